import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'

import { useCall, useCommand } from '../../api/hooks.ts'
import { TextField } from '../../components/TextField.tsx'
import { NewPassphrase } from '../vault/NewPassphrase.tsx'
import { PassphraseField } from '../vault/PassphraseField.tsx'
import { WorkProgress } from '../vault/WorkProgress.tsx'
import { KeyForm } from './KeyForm.tsx'
import styles from './Keys.module.css'

type Props = { title: string; onDone: (said: string) => void; onCancel: () => void }

/** A passphrase of a colleague's own: what they change in the vault then stands under their name. */
export function AddColleague({ title, onDone, onCancel }: Props) {
  const { t } = useLingui()
  const [current, setCurrent] = useState('')
  const [name, setName] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const [repeated, setRepeated] = useState('')
  const info = useCall('vault.info', {})
  const add = useCommand('keys.addPassphrase')
  const submit = async () => {
    const answer = await add.run({ current, name: name.trim(), passphrase })
    if (answer.ok) onDone(t`Added. ${name.trim()} opens this vault with a passphrase that nobody else needs to know.`)
  }
  return (
    <KeyForm
      title={title}
      lead={t`Your colleague types it here, unseen by you. Whoever has it reads all of the vault, as you do, and what they change stands under their name.`}
      submit={{
        label: t`Add the passphrase`,
        busyLabel: t`Adding…`,
        disabled: current === '' || name.trim() === '' || passphrase === '' || passphrase !== repeated,
      }}
      busy={add.busy}
      error={add.error}
      onSubmit={submit}
      onCancel={onCancel}
    >
      <PassphraseField label={t`Your present passphrase`} value={current} onChange={setCurrent} autoFocus />
      <div className={styles.others}>
        <TextField label={t`Name of your colleague`} value={name} onChange={setName} large maxLength={120} />
        <NewPassphrase
          value={passphrase}
          repeated={repeated}
          related={[info.data?.title ?? '', name]}
          onChange={setPassphrase}
          onRepeat={setRepeated}
        />
      </div>
      {add.busy && <WorkProgress work="passphrase" words={t`Making the key from the passphrase. It is slow on purpose: so is guessing.`} />}
    </KeyForm>
  )
}
