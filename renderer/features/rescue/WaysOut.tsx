import { useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'

import type { CallOutput, Examination, SalvageList } from '../../../electron/contract/index.ts'
import { call } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import type { ChosenPlace } from '../vault/LockScreen.tsx'
import { BackupChoice } from './BackupChoice.tsx'
import type { Rescue } from './RecoveryScreen.tsx'
import styles from './RecoveryScreen.module.css'

type Props = {
  rescue: Rescue
  examined: Examination | null
  /** The vault lies on a medium that can't be written, and its log can't be read from there. */
  leftOpen: boolean
  onCheck: () => void
  onReading: () => void
  onRestored: (restored: CallOutput<'rescue.restore'>) => void
  onSalvaged: (report: SalvageList, place: ChosenPlace) => void
  onCopied: (place: ChosenPlace) => void
}

/** The ways out in their order: what changes nothing first, what makes something new last. */
export function WaysOut({ rescue, examined, leftOpen, onCheck, onReading, onRestored, onSalvaged, onCopied }: Props) {
  const { t } = useLingui()
  const { vault, passphrase, busy, run } = rescue
  const idle = busy === null
  const open = { place: vault.place, passphrase }
  const intoNew = async (name: string, then: (place: ChosenPlace) => void) => {
    const chosen = await call('app.chooseNewVault', { suggestedName: name })
    if (chosen.ok && chosen.value !== null) then(chosen.value)
  }
  const salvage = () =>
    void intoNew(t`${vault.name} (saved)`, (place) =>
      run(
        'salvage',
        () => call('rescue.salvage', { ...open, target: place.place }),
        (report) => onSalvaged(report, place),
      ),
    )
  const copy = () =>
    void intoNew(vault.name, (place) =>
      run(
        'copy',
        () => call('rescue.copy', { place: vault.place, target: place.place }),
        () => onCopied(place),
      ),
    )
  return (
    <ol className={styles.ways} aria-label={t`Ways out`}>
      <Way title={t`Check again`} said={t`A disk that was not ready, or a stick that sat loose, may be read now.`}>
        <Button onPress={onCheck} busy={busy === 'open'} isDisabled={!idle}>{t`Check again`}</Button>
      </Way>
      {leftOpen && (
        <Way
          title={t`Copy the vault to this computer`}
          said={t`The copy is encrypted as the vault is. It can be opened there, with the same passphrase and with all changes.`}
        >
          <Button kind="primary" onPress={copy} busy={busy === 'copy'} isDisabled={!idle}>{t`Copy it to…`}</Button>
        </Way>
      )}
      <Way
        title={t`Open for reading only`}
        said={
          examined?.opensForReading === false
            ? t`Too much is damaged at the beginning of the database to open it as it is.`
            : t`What can be read is shown, and nothing can be changed. Where something damaged is met, that is said instead.`
        }
      >
        <Button
          onPress={() => run('reading', () => call('rescue.openReadOnly', open), onReading)}
          busy={busy === 'reading'}
          isDisabled={!idle || examined?.opensForReading === false}
        >{t`Open for reading`}</Button>
      </Way>
      {!leftOpen && (
        <>
          <Way title={t`Restore a backup`} said={t`It takes the place of this vault, which is kept whole beside it under another name.`}>
            <BackupChoice rescue={rescue} examined={examined} onRestored={onRestored} />
          </Way>
          <Way
            title={t`Save all that can be read`}
            said={t`A new vault is made of every record that is whole. What could not be read is listed. This vault is only read.`}
          >
            <Button
              onPress={salvage}
              busy={busy === 'salvage'}
              isDisabled={!idle || examined?.pages === null}
            >{t`Save into a new vault…`}</Button>
          </Way>
        </>
      )}
    </ol>
  )
}

function Way({ title, said, children }: { title: string; said: string; children: ReactNode }) {
  return (
    <li className={styles.way}>
      <h3 className={styles.wayTitle}>{title}</h3>
      <p className={styles.said}>{said}</p>
      {children}
    </li>
  )
}
