import { useLingui } from '@lingui/react/macro'

import { useCall } from '../../api/hooks.ts'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Panel } from '../../components/Panel.tsx'
import { GuideLink } from '../guide/GuideLink.tsx'
import settings from '../settings/SettingsView.module.css'
import { Findings } from './Findings.tsx'

/** What this computer could keep of a vault outside it, looked at anew each time. */
export function ComputerPanel() {
  const { t } = useLingui()
  const check = useCall('app.checkComputer', { which: null }, { fleeting: true })
  return (
    <Panel title={t`This computer`} tools={<GuideLink chapter="computer" />}>
      <div className={settings.choices}>
        <p>{t`The vault is encrypted wherever it stands. What the computer itself keeps beside it is another matter:`}</p>
        {check.error !== null && <ErrorNote error={check.error.failure} />}
        {check.data === undefined ? <p role="status">{t`Looking…`}</p> : <Findings check={check.data} />}
      </div>
    </Panel>
  )
}
