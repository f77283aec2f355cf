import { useLingui } from '@lingui/react/macro'

import { useCall } from '../../api/hooks.ts'
import { useBackupWords } from '../backups/use-backup-words.ts'
import styles from './Home.module.css'

/** When the newest backup was made to which one can go back; where there is none, `BackupNag` speaks. */
export function LastBackup() {
  const { t } = useLingui()
  const words = useBackupWords()
  const { data } = useCall('backups.state', {})
  if (data === undefined || data.lastVerified === null) return null
  return (
    <p
      className={styles.hint}
    >{t`The newest backup that was opened and found whole was made on ${words.when(data.lastVerified.createdAt)}.`}</p>
  )
}
