import { ArrowDown, ArrowUp } from 'lucide-react'
import type { ReactNode } from 'react'

import styles from './Table.module.css'

export type Column<Row> = {
  id: string
  label: string
  cell: (row: Row) => ReactNode
  /** Numbers stand at the end of their column, so that their digits line up. */
  number?: boolean
  sortable?: boolean
}
export type TableSort = { column: string; descending: boolean }

type Props<Row> = {
  /** What the table shows; said to screen readers, and seen over it unless hidden. */
  caption: string
  captionHidden?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  keyOf: (row: Row) => string
  sort?: TableSort
  onSort?: (sort: TableSort) => void
  /** What stands there while there are no rows. */
  empty?: ReactNode
}

/** Rows and columns, the first cell of each row naming it. */
export function Table<Row>({ caption, captionHidden = false, columns, rows, keyOf, sort, onSort, empty }: Props<Row>) {
  const look = (column: Column<Row>) => (column.number === true ? `${styles.cell} ${styles.number}` : styles.cell)
  return (
    <table className={styles.table}>
      <caption className={captionHidden ? 'visually-hidden' : styles.caption}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => {
            const sorted = sort?.column === column.id
            const Arrow = sorted && sort.descending ? ArrowDown : ArrowUp
            return (
              <th
                key={column.id}
                scope="col"
                className={`${look(column)} ${styles.head}`}
                aria-sort={sorted ? (sort.descending ? 'descending' : 'ascending') : undefined}
              >
                {column.sortable === true && onSort !== undefined ? (
                  <button
                    type="button"
                    className={styles.sort}
                    onClick={() => onSort({ column: column.id, descending: sorted && !sort.descending })}
                  >
                    {column.label}
                    <Arrow className={sorted ? styles.arrow : `${styles.arrow} ${styles.unsorted}`} size={12} aria-hidden />
                  </button>
                ) : (
                  column.label
                )}
              </th>
            )
          })}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)} className={styles.row}>
            {columns.map((column, at) =>
              at === 0 ? (
                <th key={column.id} scope="row" className={`${look(column)} ${styles.name}`}>
                  {column.cell(row)}
                </th>
              ) : (
                <td key={column.id} className={look(column)}>
                  {column.cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
        {rows.length === 0 && empty !== undefined && (
          <tr>
            <td className={`${styles.cell} ${styles.empty}`} colSpan={columns.length}>
              {empty}
            </td>
          </tr>
        )}
      </tbody>
    </table>
  )
}
