import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { Checkbox } from 'react-aria-components'

import { languages } from '../../../electron/contract/index.ts'
import type { Settings } from '../../../electron/contract/index.ts'
import { useCall, useCommand } from '../../api/hooks.ts'
import { CheckMark } from '../../components/CheckMark.tsx'
import checkStyles from '../../components/CheckMark.module.css'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Panel } from '../../components/Panel.tsx'
import { SegmentedChoice } from '../../components/SegmentedChoice.tsx'
import { Select } from '../../components/Select.tsx'
import { languageNames } from '../../i18n/i18n.ts'
import { ChangePassphrase } from './ChangePassphrase.tsx'
import styles from './SettingsView.module.css'
import { VaultPart } from './VaultPart.tsx'

const minutes = [1, 2, 5, 10, 15, 30, 60, 120] as const

/** How the program behaves on this computer, and what there is to know about the vault. */
export function SettingsView() {
  const { t, i18n } = useLingui()
  const state = useCall('app.state', {})
  const change = useCommand('app.changeSettings')
  const settings = state.data?.settings
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{t`Settings`}</h1>
      {change.error !== null && <ErrorNote error={change.error} />}
      {settings !== undefined && <Choices settings={settings} onChange={(part) => void change.run(part)} />}
      <VaultPart />
      <ChangePassphrase />
      {state.data !== undefined && (
        <p className={styles.version}>
          Habeas {state.data.version} · {t`built on ${i18n.date(new Date(`${state.data.builtOn}T12:00:00`), { dateStyle: 'long' })}`} ·{' '}
          {state.data.engine}
        </p>
      )}
    </div>
  )
}

function Choices({ settings, onChange }: { settings: Settings; onChange: (part: Partial<Settings>) => void }) {
  const { t } = useLingui()
  const languageSegments = languages.map((value) => ({ value, label: languageNames[value] }))
  const steps = [...new Set([...minutes, settings.lockAfterMinutes])].toSorted((a, b) => a - b)
  return (
    <Panel title={t`On this computer`}>
      <div className={styles.choices}>
        <SegmentedChoice
          label={t`Language`}
          value={settings.language}
          segments={languageSegments}
          onChange={(language) => onChange({ language })}
        />
        <SegmentedChoice
          label={t`Light`}
          value={settings.theme}
          segments={[
            { value: 'system', label: t`as the system` },
            { value: 'light', label: t({ context: 'theme', message: 'light' }) },
            { value: 'dark', label: t({ context: 'theme', message: 'dark' }) },
          ]}
          onChange={(theme) => onChange({ theme })}
        />
        <div className={styles.narrow}>
          <Select
            label={t`Lock by itself when nobody types or moves the mouse for`}
            value={String(settings.lockAfterMinutes)}
            options={steps.map((step) => ({ value: String(step), label: t`${plural(step, { one: '# minute', other: '# minutes' })}` }))}
            placeholder=""
            onChange={(value) => value !== null && onChange({ lockAfterMinutes: Number(value) })}
          />
        </div>
        <div>
          <Checkbox
            className={checkStyles.checkbox}
            isSelected={settings.rememberVault}
            onChange={(rememberVault) => onChange({ rememberVault })}
          >
            <CheckMark />
            {t`Remember where the last vault is`}
          </Checkbox>
          <p
            className={styles.hint}
          >{t`Its folder's name is then kept readable on this computer. Everything inside it stays encrypted either way.`}</p>
        </div>
      </div>
    </Panel>
  )
}
