import { useLingui } from '@lingui/react/macro'
import { Ellipsis, Quote } from 'lucide-react'

import { ActionMenu, type Action } from '../../../components/fields/ActionMenu.tsx'
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
      })
  }
  const filled = field.text !== ''
  const look = [styles.tools, ...(field.kind.kind === 'longText' ? [styles.under] : plan.layout === 'bare' ? [styles.floating] : [])]
  const actions = (): Action[] => [
    ...(filled ? [{ id: 'cite', label: t`Cite a source` }] : []),
    ...(entries.length > 1 ? entries.map((entry) => ({ id: `cite:${entry}`, label: t`Cite a source for “${entry}”` })) : []),
    ...(filled && canBeContested(table, plan.field) ? [{ id: 'contest', label: t`Another source says otherwise` }] : []),
    { id: 'history', label: t`History of this field` },
  ]
  const choose = (action: string) => {
    if (action === 'cite') cite(null)
    else if (action.startsWith('cite:')) cite(action.slice('cite:'.length))
    else if (action === 'contest') contest.begin(field.key)
    else if (action === 'history') show({ kind: 'history', field: { table, id: row.id, field: plan.field } })
  }
  return (
    <span className={look.join(' ')}>
      {filled && (
        <button
          type="button"
          className={styles.cite}
          tabIndex={-1}
          aria-label={t`Cite a source for ${label}`}
          onClick={() => cite(null)}
          data-cite
        >
          <Quote size={12} aria-hidden />
          {t`Cite`}
        </button>
      )}
      <ActionMenu className={styles.more} label={t`More for ${label}`} actions={actions} onChoose={choose}>
        <Ellipsis size={14} aria-hidden />
      </ActionMenu>
    </span>
  )
}
