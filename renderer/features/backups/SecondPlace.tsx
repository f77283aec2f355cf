import { useLingui } from '@lingui/react/macro'

import type { CallOutput } from '../../../electron/contract/index.ts'
import { useCommand } from '../../api/hooks.ts'
import { Button } from '../../components/Button.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import styles from './Backups.module.css'
import { useBackupWords } from './use-backup-words.ts'

type Props = { second: CallOutput<'backups.state'>['second']; readOnly: boolean; onChanged: () => void }

/** The folder on another drive to which each backup is copied, and whether that drive is there. */
export function SecondPlace({ second, readOnly, onChanged }: Props) {
  const { t } = useLingui()
  const words = useBackupWords()
  const choose = useCommand('backups.choosePlace')
  const forget = useCommand('backups.forgetPlace')
  return (
    <section className={styles.second} aria-labelledby="backups-second">
      <h3 className={styles.heading} id="backups-second">{t`Second place`}</h3>
      {second === null ? (
        <p className={styles.hint}>
          {t`Whoever takes this computer takes the backups in the vault’s folder too. Choose a folder on another drive, and each backup is copied there whenever the drive is connected.`}
        </p>
      ) : (
        <p>
          {second.present
            ? t`Each backup is copied to the folder “${second.name}”.`
            : t`The drive with the folder “${second.name}” isn’t connected. Copies are made again when it is.`}{' '}
          {second.lastCopyAt === null ? t`Nothing was copied there yet.` : t`Last copied and checked on ${words.when(second.lastCopyAt)}.`}
        </p>
      )}
      {!readOnly && (
        <div className={styles.row}>
          <Button busy={choose.busy} onPress={() => void choose.run({}).then(onChanged)}>
            {second === null ? t`Choose a folder…` : t`Choose another folder…`}
          </Button>
          {second !== null && (
            <Button kind="quiet" busy={forget.busy} onPress={() => void forget.run({}).then(onChanged)}>{t`Copy there no more`}</Button>
          )}
        </div>
      )}
      {choose.error !== null && choose.error.code !== 'cancelled' && <ErrorNote error={choose.error} />}
      {forget.error !== null && <ErrorNote error={forget.error} />}
    </section>
  )
}
