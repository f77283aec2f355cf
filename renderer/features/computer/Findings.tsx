import { useLingui } from '@lingui/react/macro'
import { CircleCheck, CircleHelp, TriangleAlert } from 'lucide-react'

import { stateOfFinding, type CallOutput } from '../../../electron/contract/index.ts'
import styles from './Findings.module.css'
import { findingWords } from './finding-words.ts'

const icons = { good: CircleCheck, bad: TriangleAlert, unknown: CircleHelp } as const

/** What was found out about this computer, one thing a line: a sign, what is so, and what to do. */
export function Findings({ check }: { check: CallOutput<'app.checkComputer'> }) {
  const { t, i18n } = useLingui()
  const signs = { good: t`Good`, bad: t`To change`, unknown: t`Not known` }
  const names = {
    disk: t`Disk`,
    swap: t`Swap`,
    hibernation: t`Hibernation`,
    core_dumps: t`Crash records`,
    vault_folder: t`The vault’s folder`,
    backup_folder: t`Second place of backups`,
  }
  return (
    <ul className={styles.list}>
      {check.findings.map((finding) => {
        const state = stateOfFinding(finding)
        const Icon = icons[state]
        const { said, advice } = findingWords(finding, check.system)
        return (
          <li key={finding.what} className={`${styles.finding} ${styles[state]}`}>
            <Icon className={styles.icon} size={16} role="img" aria-label={signs[state]} />
            <div>
              <p className={styles.name}>{names[finding.what]}</p>
              <p>{i18n._(said)}</p>
              {advice !== undefined && <p className={styles.advice}>{i18n._(advice)}</p>}
            </div>
          </li>
        )
      })}
    </ul>
  )
}
