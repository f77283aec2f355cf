import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'

import type { Backup, CallError } from '../../../electron/contract/index.ts'
import { call } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { Disclosure } from '../../components/Disclosure.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Table, type Column } from '../../components/Table.tsx'
import { WorkProgress } from '../vault/WorkProgress.tsx'
import styles from './Backups.module.css'
import { useBackupWords } from './use-backup-words.ts'

const idOf = ({ name, place }: Backup): string => `${place}/${name}`

/** The backups that lie at both places, with what is known of each. */
export function BackupList({ backups }: { backups: readonly Backup[] }) {
  const { t, i18n } = useLingui()
  const words = useBackupWords()
  const [checking, setChecking] = useState<string | null>(null)
  const [said, setSaid] = useState('')
  const [error, setError] = useState<CallError | null>(null)
  if (backups.length === 0) return null

  const check = async (backup: Backup) => {
    setChecking(idOf(backup))
    setSaid('')
    setError(null)
    const { name, place } = backup
    const answer = await call('backups.verify', { name, place })
    setChecking(null)
    if (!answer.ok) return setError(answer.error)
    setSaid(answer.value.sound ? t`Opened and found whole.` : t`This backup is damaged. Rely on another one, and make a new one now.`)
  }
  const columns: Column<Backup>[] = [
    {
      id: 'made',
      label: t({ context: 'backup', message: 'Made' }),
      cell: (backup) => (backup.createdAt === null ? t`Not readable` : words.when(backup.createdAt)),
    },
    { id: 'why', label: t`Why`, cell: ({ kind }) => (kind === null ? '' : words.kind(kind)) },
    { id: 'size', label: t({ context: 'file', message: 'Size' }), number: true, cell: ({ bytes }) => words.size(bytes) },
    { id: 'where', label: t`Where`, cell: ({ place }) => (place === 'vault' ? t`in the vault’s folder` : t`second place`) },
    {
      id: 'checked',
      label: t`Checked`,
      cell: (backup) => (
        <span className={styles.checked}>
          <span className={backup.verified?.sound === false || backup.state === 'damaged' ? styles.bad : undefined}>
            {words.checked(backup)}
          </span>
          {backup.state !== 'newer' && (
            <Button
              kind="quiet"
              busy={checking === idOf(backup)}
              isDisabled={checking !== null && checking !== idOf(backup)}
              aria-label={t`Check the backup of ${backup.createdAt === null ? backup.name : words.when(backup.createdAt)}`}
              onPress={() => void check(backup)}
            >{t`Check`}</Button>
          )}
        </span>
      ),
    },
  ]
  return (
    <Disclosure title={t`All backups`} end={i18n.number(backups.length)}>
      <div className={styles.list}>
        <div className={styles.scroll}>
          <Table caption={t`All backups`} captionHidden columns={columns} rows={backups} keyOf={idOf} />
        </div>
        {checking !== null && (
          <div className={styles.progress}>
            <WorkProgress work="backup" words={t`Every part of the backup is read and opened.`} />
            <Button onPress={() => void call('work.cancel', {})}>{t`Stop`}</Button>
          </div>
        )}
        <p role="status" className={said === '' ? styles.silent : styles.done}>
          {said}
        </p>
        {error !== null && <ErrorNote error={error} />}
      </div>
    </Disclosure>
  )
}
