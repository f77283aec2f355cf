import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'

import { Button } from '../../components/Button.tsx'
import { Note } from '../../components/Note.tsx'
import { Panel } from '../../components/Panel.tsx'
import settings from '../settings/SettingsView.module.css'
import { TravelForm } from './TravelForm.tsx'
import styles from './TravelForm.module.css'

/** A copy of chosen case files to take along, so that the vault can stay (security rule 22). It promises nothing that it can't keep. */
export function TravelPanel() {
  const { t } = useLingui()
  const [step, setStep] = useState<'start' | 'form' | 'done'>('start')
  return (
    <Panel title={t`For a journey`}>
      <div className={settings.choices}>
        <p>{t`Take a copy of chosen case files along and leave this vault at home: what you don't carry can't be taken from you. The copy has a key and a passphrase of its own, and none of the history, the bin or the backups.`}</p>
        <ul className={styles.words}>
          <li>{t`It hides nothing: the copy can be seen to be a vault, and an officer may demand its passphrase.`}</li>
          <li>{t`What stands in your own texts goes along, whatever is left at home otherwise.`}</li>
          <li>{t`What you change on the way is not brought back by itself.`}</li>
        </ul>
        {step === 'form' ? (
          <TravelForm onDone={() => setStep('done')} onCancel={() => setStep('start')} />
        ) : (
          <Button onPress={() => setStep('form')} autoFocus={step === 'done'}>{t`Make a travel copy…`}</Button>
        )}
        {step === 'done' && (
          <Note tone="good" title={t`The travel copy is made.`} alert>
            <p>{t`Lock this vault, open the copy once with its passphrase, and then take this vault off the computer that travels.`}</p>
          </Note>
        )}
      </div>
    </Panel>
  )
}
