import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'

import type { KeySlotRow } from '../../../electron/contract/index.ts'
import { useCommand } from '../../api/hooks.ts'
import { PassphraseField } from '../vault/PassphraseField.tsx'
import { KeyForm } from './KeyForm.tsx'

type Props = { slot: KeySlotRow; title: string; onDone: (said: string) => void; onCancel: () => void }

/** Withdraws a key, with what that does and what it can't do said before. */
export function RevokeKey({ slot, title, onDone, onCancel }: Props) {
  const { t } = useLingui()
  const [current, setCurrent] = useState('')
  const revoke = useCommand('keys.revoke')
  const cards = slot.kind === 'recovery_shares'
  const submit = async () => {
    const answer = await revoke.run({ current, id: slot.id })
    if (!answer.ok) return
    onDone(
      cards
        ? t`Revoked. The cards no longer open this vault, but older copies of it still open with them.`
        : t`Revoked. This key no longer opens this vault, but older copies of it still open with it.`,
    )
  }
  return (
    <KeyForm
      title={title}
      lead={
        <>
          <p>
            {cards ? t`From then on the cards don’t open this vault any more.` : t`From then on this key doesn’t open this vault any more.`}
          </p>
          <p>
            {cards
              ? t`Whoever has enough of them and an older copy of the vault, such as a backup, can still open that copy, and with its help the vault as it is today.`
              : t`Whoever has it and an older copy of the vault, such as a backup, can still open that copy, and with its help the vault as it is today.`}{' '}
            {t`Only a new key for the vault ends that; it is recommended afterwards.`}
          </p>
        </>
      }
      submit={{ label: cards ? t`Revoke them` : t`Revoke it`, busyLabel: t`Revoking…`, danger: true, disabled: current === '' }}
      busy={revoke.busy}
      error={revoke.error}
      onSubmit={submit}
      onCancel={onCancel}
    >
      <PassphraseField label={t`Your present passphrase`} value={current} onChange={setCurrent} autoFocus />
    </KeyForm>
  )
}
