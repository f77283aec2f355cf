import { Trans, useLingui } from '@lingui/react/macro'

import type { CallOutput, Settings } from '../../../electron/contract/index.ts'
import { Checkbox } from '../../components/Checkbox.tsx'
import { Kbd } from '../../components/Kbd.tsx'
import { Note } from '../../components/Note.tsx'
import styles from './SettingsView.module.css'

type Props = { state: CallOutput<'app.state'>; onChange: (part: Partial<Settings>) => void }

/** The lock key, and who else may see the window. */
export function LockChoices({ state, onChange }: Props) {
  const { t } = useLingui()
  const { settings } = state
  return (
    <>
      <p className={styles.line}>
        <Trans>
          <Kbd keys="F9" /> locks at once, wherever you are in the window. What you were typing is kept as a draft.
        </Trans>
      </p>
      <div>
        <Checkbox selected={settings.lockKeyEverywhere} onChange={(lockKeyEverywhere) => onChange({ lockKeyEverywhere })}>
          <Trans>
            Lock with <Kbd keys="Mod+F9" /> from any other program too
          </Trans>
        </Checkbox>
        <p className={styles.hint}>{t`No other program can use these keys while Habeas is running.`}</p>
      </div>
      {settings.lockKeyEverywhere && state.lockKeyTaken && (
        <Note tone="warning">
          <p>{t`Another program or the system has these keys already, so they don’t lock Habeas from outside its window.`}</p>
        </Note>
      )}
      <div>
        <Checkbox
          selected={settings.hideFromCapture && state.canHideFromCapture}
          disabled={!state.canHideFromCapture}
          onChange={(hideFromCapture) => onChange({ hideFromCapture })}
        >
          {t`Hide this window from screenshots and screen sharing`}
        </Checkbox>
        <p className={styles.hint}>
          {state.canHideFromCapture
            ? t`Switch it off for a training session in which others must see your screen. Some recorders see the window all the same, newer ones on a Mac above all.`
            : t`This system has no way to hide a window: whoever records the screen records Habeas too. Lock before you share your screen.`}
        </p>
      </div>
    </>
  )
}
