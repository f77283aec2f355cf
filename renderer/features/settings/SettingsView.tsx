import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useRef } from 'react'

import { languages } from '../../../electron/contract/index.ts'
import type { CallOutput, Settings } from '../../../electron/contract/index.ts'
import { useCall, useCommand } from '../../api/hooks.ts'
import { usePreferences } from '../../api/preferences.ts'
import { Checkbox } from '../../components/Checkbox.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Panel } from '../../components/Panel.tsx'
import { SegmentedChoice } from '../../components/SegmentedChoice.tsx'
import { Select } from '../../components/Select.tsx'
import { languageNames } from '../../i18n/i18n.ts'
import { BackupsPart } from '../backups/BackupsPart.tsx'
import { ComputerPanel } from '../computer/ComputerPanel.tsx'
import { ErasePanel } from '../coercion/ErasePanel.tsx'
import { KeysPart } from '../keys/KeysPart.tsx'
import { ActivityPart } from './ActivityPart.tsx'
import { TravelPanel } from '../coercion/TravelPanel.tsx'
import { ChangePassphrase } from './ChangePassphrase.tsx'
import { LockChoices } from './LockChoices.tsx'
import { SettingsContents } from './SettingsContents.tsx'
import styles from './SettingsView.module.css'
import { VaultPart } from './VaultPart.tsx'

const percents = [80, 90, 100, 110, 125, 150, 175, 200] as const
const minutes = [1, 2, 5, 10, 15, 30, 60, 120] as const

/** How the program behaves on this computer, and what there is to know about the vault. */
export function SettingsView() {
  const { t, i18n } = useLingui()
  const panels = useRef<HTMLDivElement>(null)
  const state = useCall('app.state', {})
  const change = useCommand('app.changeSettings')
  return (
    <div className={styles.frame}>
      <div className={styles.page} ref={panels}>
        <h1 className={styles.title}>{t`Settings`}</h1>
        {change.error !== null && <ErrorNote error={change.error} />}
        {state.data !== undefined && <Choices state={state.data} onChange={(part) => void change.run(part)} />}
        <VaultPart />
        <KeysPart />
        <ChangePassphrase />
        <BackupsPart />
        <ActivityPart />
        <ComputerPanel />
        <TravelPanel />
        <ErasePanel />
        {state.data !== undefined && (
          <p className={styles.version}>
            Habeas {state.data.version} · {t`built on ${i18n.date(new Date(`${state.data.builtOn}T12:00:00`), { dateStyle: 'long' })}`} ·{' '}
            <span translate="no">{state.data.engine}</span>
          </p>
        )}
      </div>
      <SettingsContents panels={panels} />
    </div>
  )
}

function Choices({ state, onChange }: { state: CallOutput<'app.state'>; onChange: (part: Partial<Settings>) => void }) {
  const { settings } = state
  const { t, i18n } = useLingui()
  const { preferences, change: changePreferences } = usePreferences()
  const sizes = [...new Set([...percents, Math.round(settings.zoom * 100)])].toSorted((a, b) => a - b)
  const languageSegments = languages.map((value) => ({ value, label: languageNames[value] }))
  const steps = [...new Set([...minutes, settings.lockAfterMinutes])].toSorted((a, b) => a - b)
  return (
    <>
      <Panel title={t`Language and look`}>
        <div className={styles.choices}>
          <SegmentedChoice
            label={t`Language`}
            value={settings.language}
            segments={languageSegments}
            onChange={(language) => onChange({ language })}
          />
          <SegmentedChoice
            label={t`Light or dark`}
            value={settings.theme}
            segments={[
              { value: 'system', label: t`as the system` },
              { value: 'light', label: t({ context: 'theme', message: 'light' }) },
              { value: 'dark', label: t({ context: 'theme', message: 'dark' }) },
            ]}
            onChange={(theme) => onChange({ theme })}
          />
          <SegmentedChoice
            label={t`Contrast`}
            value={settings.contrast}
            segments={[
              { value: 'system', label: t`as the system` },
              { value: 'more', label: t({ context: 'contrast', message: 'stronger' }) },
            ]}
            onChange={(contrast) => onChange({ contrast })}
          />
          <div className={styles.narrow}>
            <Select
              label={t`Size of everything`}
              value={String(Math.round(settings.zoom * 100))}
              options={sizes.map((size) => ({ value: String(size), label: i18n.number(size / 100, { style: 'percent' }) }))}
              placeholder=""
              onChange={(value) => value !== null && onChange({ zoom: Number(value) / 100 })}
            />
          </div>
          <SegmentedChoice
            label={t`Case files are set`}
            value={preferences.density}
            segments={[
              { value: 'comfortable', label: t({ context: 'density', message: 'with air' }) },
              { value: 'dense', label: t({ context: 'density', message: 'tightly, like print' }) },
            ]}
            onChange={(density) => changePreferences({ density })}
          />
        </div>
      </Panel>
      <Panel title={t`Locking`}>
        <div className={styles.choices}>
          <div className={styles.narrow}>
            <Select
              label={t`Lock by itself when nobody types or moves the mouse for`}
              value={String(settings.lockAfterMinutes)}
              options={steps.map((step) => ({ value: String(step), label: t`${plural(step, { one: '# minute', other: '# minutes' })}` }))}
              placeholder=""
              onChange={(value) => value !== null && onChange({ lockAfterMinutes: Number(value) })}
            />
          </div>
          <LockChoices state={state} onChange={onChange} />
          <div>
            <Checkbox selected={settings.rememberVault} onChange={(rememberVault) => onChange({ rememberVault })}>
              {t`Remember where the last vault is`}
            </Checkbox>
            <p
              className={styles.hint}
            >{t`Its folder’s name is then kept readable on this computer. Everything inside it stays encrypted either way.`}</p>
          </div>
        </div>
      </Panel>
    </>
  )
}
