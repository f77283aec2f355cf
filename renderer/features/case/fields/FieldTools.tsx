import { useLingui } from '@lingui/react/macro'
import { Ellipsis, Quote } from 'lucide-react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'

import { useCaseView } from '../case-context.ts'
import { citable } from '../citing/citation-index.ts'
import type { FieldOfCase } from '../use-field.ts'
import { canBeContested, useContest } from './contest.ts'
import type { FieldPlan } from './FieldShell.tsx'
import styles from './FieldTools.module.css'

type Props = { plan: FieldPlan; field: FieldOfCase; label: string; entries: readonly string[] }

/** What can be done with a statement besides editing it: cite it, contest it, see its history. */
export function FieldTools({ plan, field, label, entries }: Props) {
  const { t } = useLingui()
  const { show } = useCaseView()
  const contest = useContest()
  const { table, row } = plan
  const cite = (value: string | null) => {
    if (citable(table))
      show({
        kind: 'cite',
        target: { table, id: row.id, field: plan.field, mark: null, value },
        editing: null,
        what: value === null ? label : `${label}: ${value}`,
      })
  }
  const filled = field.text !== ''
  const look = [styles.tools, ...(field.kind.kind === 'longText' ? [styles.under] : plan.layout === 'bare' ? [styles.floating] : [])]
  return (
    <span className={look.join(' ')}>
      {filled && (
        <Button className={styles.cite} excludeFromTabOrder aria-label={t`Cite a source for ${label}`} onPress={() => cite(null)} data-cite>
          <Quote size={12} aria-hidden />
          {t`Cite`}
        </Button>
      )}
      <MenuTrigger>
        <Button className={styles.more} aria-label={t`More for ${label}`}>
          <Ellipsis size={14} aria-hidden />
        </Button>
        <Popover className={styles.popover} placement="bottom start">
          <Menu
            className={styles.menu}
            onAction={(key) => {
              const action = String(key)
              if (action === 'cite') cite(null)
              else if (action.startsWith('cite:')) cite(action.slice('cite:'.length))
              else if (action === 'contest') contest.begin(field.key)
              else if (action === 'history') show({ kind: 'history', field: { table, id: row.id, field: plan.field } })
            }}
          >
            {filled && <MenuItem id="cite" className={styles.item}>{t`Cite a source`}</MenuItem>}
            {entries.length > 1 &&
              entries.map((entry) => (
                <MenuItem key={entry} id={`cite:${entry}`} className={styles.item}>{t`Cite a source for “${entry}”`}</MenuItem>
              ))}
            {filled && canBeContested(table, plan.field) && (
              <MenuItem id="contest" className={styles.item}>{t`Another source says otherwise`}</MenuItem>
            )}
            <MenuItem id="history" className={styles.item}>{t`History of this field`}</MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
    </span>
  )
}
