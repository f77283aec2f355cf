import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'

import type { CallOutput } from '../../../electron/contract/index.ts'
import { useCommand } from '../../api/hooks.ts'
import { Button } from '../../components/Button.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Note } from '../../components/Note.tsx'
import { Fingerprint } from '../settings/Fingerprint.tsx'
import type { ChosenPlace } from '../vault/LockScreen.tsx'
import styles from './RecoveryScreen.module.css'

type Props = { restored: CallOutput<'rescue.restore'>; vault: ChosenPlace; passphrase: string; onOpened: () => void; onBack: () => void }

/** After a backup was restored: where the vault of before is now, and what is missing. */
export function Restored({ restored: { keptAs, fingerprint, changesMissing }, vault, passphrase, onOpened, onBack }: Props) {
  const { t } = useLingui()
  const unlock = useCommand('vault.unlock')
  const open = async () => {
    const answer = await unlock.run({ place: vault.place, passphrase })
    if (answer.ok) onOpened()
  }
  return (
    <section className={styles.screen}>
      <Note tone="good" alert title={t`The backup is restored and checked.`}>
        <p>{t`What stood there before is kept whole, with its backups, in the folder:`}</p>
        <p className={styles.fileName}>
          <bdi translate="no">{keptAs}</bdi>
        </p>
        {changesMissing !== null && changesMissing > 0 && (
          <p>{t`${plural(changesMissing, { one: '# later change is missing.', other: '# later changes are missing.' })}`}</p>
        )}
        {fingerprint !== null && <Fingerprint fingerprint={fingerprint} />}
      </Note>
      {unlock.error !== null && <ErrorNote error={unlock.error} />}
      <div className={styles.foot}>
        <Button kind="primary" onPress={() => void open()} busy={unlock.busy} autoFocus>{t`Open the vault`}</Button>
        <Button onPress={onBack} isDisabled={unlock.busy}>{t`Back`}</Button>
      </div>
    </section>
  )
}
