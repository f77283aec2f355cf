import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'

import { Button } from '../../components/Button.tsx'
import { Panel } from '../../components/Panel.tsx'
import settings from '../settings/SettingsView.module.css'
import { TravelForm } from './TravelForm.tsx'
import styles from './TravelForm.module.css'
import { TravelMade, type MadeCopy } from './TravelMade.tsx'

/** A copy of chosen case files to take along, so that the vault can stay (security rule 22). It promises nothing that it can't keep. */
export function TravelPanel() {
  const { t } = useLingui()
  const [step, setStep] = useState<'start' | 'form' | MadeCopy>('start')
  const made = typeof step === 'string' ? null : step
  return (
    <Panel title={t`For a journey`}>
      <div className={settings.choices}>
        <p>{t`Take a copy of chosen case files along and leave this vault at home: what you don’t carry can’t be taken from you. The copy has a key and a passphrase of its own, and none of the history, the bin or the backups.`}</p>
        <ul className={styles.words}>
          <li>{t`It hides nothing: the copy can be seen to be a vault, and an officer may demand its passphrase.`}</li>
          <li>{t`What stands in your own texts goes along, whatever is left at home otherwise.`}</li>
          <li>{t`What you change on the way is not brought back by itself.`}</li>
        </ul>
        {step === 'form' ? (
          <TravelForm onDone={setStep} onCancel={() => setStep('start')} />
        ) : (
          <Button onPress={() => setStep('form')} autoFocus={made !== null}>{t`Make a travel copy…`}</Button>
        )}
        {made !== null && <TravelMade {...made} />}
      </div>
    </Panel>
  )
}
