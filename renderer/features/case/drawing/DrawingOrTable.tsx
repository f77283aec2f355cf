import { useLingui } from '@lingui/react/macro'
import { ChartNoAxesGantt, Table2 } from 'lucide-react'
import type { ReactNode } from 'react'

import { joined } from '../../../i18n/lists.ts'
import { useCaseView } from '../case-context.ts'
import { goTo } from './go-to.ts'
import styles from './TimeDrawing.module.css'
import tableStyles from './TimeTable.module.css'

export type TableRow = { key: string; cells: readonly string[]; target: string | null }
type Props = {
  label: string
  columns: readonly string[]
  rows: readonly TableRow[]
  /** What has no day and so no place on the drawing. */
  undated: readonly string[]
  drawing: ReactNode
}

/** A drawing, or the same as a table; which of them one prefers is remembered for all case files. */
export function DrawingOrTable({ label, columns, rows, undated, drawing }: Props) {
  const { t } = useLingui()
  const { tables, showTables, language } = useCaseView()
  const asTable = tables || drawing === null
  return (
    <div className={styles.figure}>
      <div className={styles.bar} data-drawn={!asTable || undefined}>
        {drawing !== null && (
          <button type="button" className={styles.toggle} onClick={() => showTables(!tables)}>
            {tables ? <ChartNoAxesGantt size={14} aria-hidden /> : <Table2 size={14} aria-hidden />}
            {tables ? t`As a drawing` : t`As a table`}
          </button>
        )}
      </div>
      {asTable ? (
        <div className={tableStyles.scroll}>
          <table className={tableStyles.table}>
            <caption>{label}</caption>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.key}>
                  {row.cells.map((cell, index) => (
                    <td key={columns[index]}>
                      {index === 0 && row.target !== null ? (
                        <button type="button" className={tableStyles.go} onClick={() => goTo(row.target)}>
                          <bdi>{cell}</bdi>
                        </button>
                      ) : (
                        <bdi>{cell}</bdi>
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        <>
          {drawing}
          {undated.length > 0 && (
            <p className={styles.undated}>
              {t`Not drawn, since no day is known:`} <bdi>{joined(language, undated, '; ')}</bdi>
            </p>
          )}
        </>
      )}
    </div>
  )
}
