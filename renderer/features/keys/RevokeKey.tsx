import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'

import { useCommand } from '../../api/hooks.ts'
import { PassphraseField } from '../vault/PassphraseField.tsx'
import { KeyForm } from './KeyForm.tsx'

type Props = { id: string; title: string; onDone: (said: string) => void; onCancel: () => void }

/** Withdraws a key, with what that does and what it can't do said before. */
export function RevokeKey({ id, title, onDone, onCancel }: Props) {
  const { t } = useLingui()
  const [current, setCurrent] = useState('')
  const revoke = useCommand('keys.revoke')
  const submit = async () => {
    const answer = await revoke.run({ current, id })
    if (answer.ok) onDone(t`Revoked. It no longer opens this vault, but older copies of the vault’s header still open with it.`)
  }
  return (
    <KeyForm
      title={title}
      lead={
        <>
          <p>{t`From then on it doesn’t open this vault any more.`}</p>
          <p>
            {t`Whoever has it and has kept an older copy of the vault’s header, as in every backup, can still open that copy, and with it the vault as it is today. Only a new key for the vault ends that; it is recommended afterwards.`}
          </p>
        </>
      }
      submit={{ label: t`Revoke it`, busyLabel: t`Revoking…`, danger: true, disabled: current === '' }}
      busy={revoke.busy}
      error={revoke.error}
      onSubmit={submit}
      onCancel={onCancel}
    >
      <PassphraseField label={t`Your present passphrase`} value={current} onChange={setCurrent} autoFocus />
    </KeyForm>
  )
}
