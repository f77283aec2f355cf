import { useLingui } from '@lingui/react/macro'

import { stateOfFinding } from '../../../electron/contract/index.ts'
import { useCall } from '../../api/hooks.ts'
import { Button } from '../../components/Button.tsx'
import { Panel } from '../../components/Panel.tsx'
import { Findings } from './Findings.tsx'
import { dismissFirstCheck, useFirstCheckWanted } from './first-check.ts'

/** Once, on the home page of a vault that was just made: what to know about this computer. It blocks nothing. */
export function FirstCheck() {
  const { t } = useLingui()
  const wanted = useFirstCheckWanted()
  const check = useCall('app.checkComputer', { which: null }, { enabled: wanted, fleeting: true })
  if (!wanted || check.data === undefined) return null
  const { system, findings } = check.data
  const notable = findings.filter((finding) => stateOfFinding(finding) !== 'good')
  if (notable.length === 0) return null
  return (
    <Panel title={t`Before you begin: this computer`} framed tools={<Button onPress={dismissFirstCheck}>{t`I have read it`}</Button>}>
      <Findings check={{ system, findings: notable }} />
    </Panel>
  )
}
