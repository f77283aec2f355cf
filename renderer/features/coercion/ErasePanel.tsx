import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'

import { Button } from '../../components/Button.tsx'
import { Panel } from '../../components/Panel.tsx'
import { GuideLink } from '../guide/GuideLink.tsx'
import settings from '../settings/SettingsView.module.css'
import { EraseDialog } from './EraseDialog.tsx'

/** The way to the quick erase of the open vault. */
export function ErasePanel() {
  const { t } = useLingui()
  const [asked, setAsked] = useState(false)
  return (
    <Panel title={t`Quick erase`} tools={<GuideLink chapter="pressure" />}>
      <div className={settings.choices}>
        <p>{t`Destroys the keys of this vault within a second, for when somebody is at the door. The lock screen offers it too, without the passphrase.`}</p>
        <Button kind="danger" onPress={() => setAsked(true)}>{t`Quick erase…`}</Button>
      </div>
      {asked && <EraseDialog which={null} onClose={() => setAsked(false)} />}
    </Panel>
  )
}
