import { useLingui } from '@lingui/react/macro'
import { Quote, Trash2 } from 'lucide-react'

import { useCaseView } from '../case-context.ts'
import { citable } from '../citing/citation-index.ts'
import type { RowTable } from '../row-commands.ts'
import styles from './RowTools.module.css'

type Props = { table: RowTable; id: string; what: string }

/** What can be done with a whole row: cite it, remove it. */
export function RowTools({ table, id, what }: Props) {
  const { t } = useLingui()
  const { show, remove, readOnly } = useCaseView()
  return (
    <span className={styles.tools}>
      {!readOnly && (
        <span className={styles.pair}>
          {citable(table) && (
            <button
              type="button"
              className={styles.tool}
              aria-label={t`Cite a source for ${what}`}
              title={t`Cite a source for all of it`}
              onClick={() => show({ kind: 'cite', target: { table, id, field: null, mark: null, value: null }, editing: null })}
            >
              <Quote size={14} aria-hidden />
            </button>
          )}
          <button
            type="button"
            className={styles.tool}
            aria-label={t`Remove ${what}`}
            title={t`Remove to the bin`}
            onClick={() => void remove(table, id, what)}
          >
            <Trash2 size={14} aria-hidden />
          </button>
        </span>
      )}
    </span>
  )
}
