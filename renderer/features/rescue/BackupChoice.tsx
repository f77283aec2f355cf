import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'

import type { CallOutput, Examination, RescueBackup } from '../../../electron/contract/index.ts'
import { call } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { useLanguage } from '../../i18n/use-language.ts'
import { Fingerprint } from '../settings/Fingerprint.tsx'
import { PassphraseField } from '../vault/PassphraseField.tsx'
import type { Rescue } from './RecoveryScreen.tsx'
import styles from './RecoveryScreen.module.css'

const dayMilliseconds = 86_400_000
const shownAtFirst = 4

type Props = { rescue: Rescue; examined: Examination | null; onRestored: (restored: CallOutput<'rescue.restore'>) => void }

/** The backups of a vault: how old each is, what it holds, and what would be missing. */
export function BackupChoice({ rescue, examined, onRestored }: Props) {
  const { t } = useLingui()
  const [all, setAll] = useState(false)
  if (examined === null) return null
  const { backups, expectedChange } = examined
  if (backups.length === 0)
    return (
      <p
        className={styles.said}
      >{t`There is no backup in the vault’s folder. If you keep one elsewhere, put its file into the folder “backups” and check again.`}</p>
    )
  const shown = all ? backups : backups.slice(0, shownAtFirst)
  return (
    <>
      <ul className={styles.backups}>
        {shown.map((backup) => (
          <Backup key={backup.name} backup={backup} newest={expectedChange} rescue={rescue} onRestored={onRestored} />
        ))}
      </ul>
      {shown.length < backups.length && <Button kind="quiet" onPress={() => setAll(true)}>{t`Show older backups`}</Button>}
    </>
  )
}

type OneProps = { backup: RescueBackup; newest: number | null; rescue: Rescue; onRestored: Props['onRestored'] }

function Backup({ backup, newest, rescue, onRestored }: OneProps) {
  const { t, i18n } = useLingui()
  const language = useLanguage()
  const [other, setOther] = useState('')
  const { vault, passphrase, busy, run } = rescue
  const { createdAt, lastChange, caseFiles, state, name } = backup
  const when = createdAt === null ? name : i18n.date(new Date(createdAt), { dateStyle: 'long', timeStyle: 'short' })
  const days = createdAt === null ? 0 : Math.max(0, Math.floor((Date.now() - createdAt) / dayMilliseconds))
  const missing = newest === null || lastChange === null ? null : Math.max(0, newest - lastChange.changeNo)
  const usable = state === 'readable' || (state === 'other_passphrase' && other !== '')
  const restore = () =>
    run(
      'restore',
      () =>
        call('rescue.restore', {
          place: vault.place,
          passphrase,
          backup: name,
          language,
          ...(state === 'other_passphrase' && { backupPassphrase: other }),
        }),
      onRestored,
    )
  return (
    <li className={styles.backup}>
      <p className={styles.when}>
        <bdi>{when}</bdi>
        <span className={styles.age}>
          {' · '}
          {days === 0 ? t`less than a day old` : t`${plural(days, { one: '# day old', other: '# days old' })}`}
        </span>
      </p>
      {state === 'readable' && lastChange !== null && (
        <>
          <p className={styles.said}>
            {t`${plural(caseFiles ?? 0, { one: '# case file.', other: '# case files.' })}`}{' '}
            {missing === 0
              ? t`Nothing would be missing.`
              : missing === null
                ? t`How many changes came after it can’t be told.`
                : t`${plural(missing, { one: '# later change would be missing.', other: '# later changes would be missing.' })}`}
          </p>
          <div className={styles.head}>
            <span className={styles.said}>{t`Last change in it`}</span>
            <Fingerprint fingerprint={lastChange} />
          </div>
        </>
      )}
      {state === 'damaged' && <p className={styles.said}>{t`This backup is damaged itself.`}</p>}
      {state === 'newer' && <p className={styles.said}>{t`A newer version of Habeas made this backup.`}</p>}
      {state === 'other_passphrase' && (
        <PassphraseField label={t`Passphrase at the time of this backup`} value={other} onChange={setOther} />
      )}
      {(state === 'readable' || state === 'other_passphrase') && (
        <Button onPress={restore} busy={busy === 'restore'} isDisabled={busy !== null || !usable}>
          {t`Restore this one`}
        </Button>
      )}
    </li>
  )
}
