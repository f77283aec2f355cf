import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useState, type FormEvent } from 'react'

import type { Erasure } from '../../../electron/contract/index.ts'
import { useCall, useCommand } from '../../api/hooks.ts'
import { Button } from '../../components/Button.tsx'
import { Checkbox } from '../../components/Checkbox.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { TextField } from '../../components/TextField.tsx'
import styles from './EraseDialog.module.css'

type Props = {
  /** The vault's place at the lock screen; null: the one that is open. */
  which: string | null
  onClose: () => void
  /** At the lock screen alone: an open vault takes this page with it. */
  onErased?: (left: Erasure) => void
}

/** What a quick erase destroys and what it can't, before anything is done (security rule 22). */
export function EraseDialog({ which, onClose, onErased }: Props) {
  const { t } = useLingui()
  const facts = useCall('app.eraseFacts', { which }, { fleeting: true })
  const erase = useCommand('app.quickErase')
  const [files, setFiles] = useState(true)
  const [word, setWord] = useState('')
  const name = facts.data?.name ?? ''
  const backups = facts.data?.backups ?? 0
  const same = word.trim() !== '' && plain(word) === plain(name)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!same || erase.busy) return
    const answer = await erase.run({ which, word, files: files ? 'remove' : 'keep' })
    if (answer.ok) onErased?.(answer.value.left)
  }

  return (
    <Dialog open onClose={onClose} title={t`Quick erase`} alert>
      {facts.error !== null ? (
        <>
          <ErrorNote error={facts.error.failure} />
          <div className={styles.actions}>
            <Button onPress={onClose} autoFocus>{t`Cancel`}</Button>
          </div>
        </>
      ) : (
        <form className={styles.form} onSubmit={(event) => void submit(event)}>
          <p>
            <strong>{t`It can’t be undone.`}</strong>{' '}
            {backups === 0
              ? t`The keys in the vault’s folder are overwritten. After that nothing opens it: no passphrase, no recovery code, no recovery cards.`
              : t`The keys in the vault’s folder and in ${plural(backups, { one: 'the # backup', other: 'the # backups' })} inside it are overwritten. After that nothing opens them: no passphrase, no recovery code, no recovery cards.`}
          </p>
          <Checkbox selected={files} onChange={setFiles}>
            {t`Delete the encrypted files too`}
          </Checkbox>
          <Remains files={!files} />
          <TextField
            label={t`To go on, type the name of the vault’s folder: “${name}”`}
            value={word}
            onChange={setWord}
            autoFocus
            maxLength={300}
          />
          {erase.error !== null && <ErrorNote error={erase.error} />}
          <div className={styles.actions}>
            <Button onPress={onClose}>{t`Cancel`}</Button>
            <Button kind="danger" type="submit" isDisabled={!same} busy={erase.busy}>
              {t`Erase now`}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  )
}

/** As main compares the two. */
const plain = (text: string): string => text.normalize('NFKC').replaceAll(/\s+/g, ' ').trim().toLowerCase()

/** Exactly what is left afterwards; said before and after in the same words. */
export function Remains({ files }: { files: boolean }) {
  const { t } = useLingui()
  return (
    <div>
      <p>{t`What remains:`}</p>
      <ul className={styles.remains}>
        <li>{t`Backups and copies in other places. They have keys of their own and still open with the passphrase that they were made under.`}</li>
        <li>{t`Traces on the disk. Older versions of the keys may stand where no program can overwrite them, on flash storage above all. Whoever reads them out and knows the passphrase can open what is left of the files.`}</li>
        {files && <li>{t`The encrypted files, without a key. They can be seen to have been a vault.`}</li>}
        <li>{t`Habeas itself and its settings, without the folder’s name.`}</li>
      </ul>
    </div>
  )
}
