import { useState } from 'react'

import { Disclosure } from '../components/Disclosure.tsx'
import { Panel } from '../components/Panel.tsx'
import { Table, type TableSort } from '../components/Table.tsx'
import { Exhibit } from './Exhibit.tsx'
import styles from './Gallery.module.css'
import type { Samples } from './samples.ts'

const counts = [
  [214, 31],
  [221, 28],
  [209, 35],
] as const

/** What holds other things. */
export function Parts({ words }: { words: Samples }) {
  const [sort, setSort] = useState<TableSort>({ column: 'held', descending: true })
  const at = sort.column === 'held' ? 0 : 1
  const rows = words.months
    .map((month, index) => ({ month, counts: counts[index] ?? counts[0] }))
    .toSorted((a, b) => (a.counts[at] - b.counts[at]) * (sort.descending ? -1 : 1))
  return (
    <>
      <Exhibit name="Table">
        <Table
          caption={words.tableCaption}
          columns={[
            { id: 'month', label: words.month, cell: (row) => row.month },
            { id: 'held', label: words.held, cell: (row) => row.counts[0], number: true, sortable: true },
            { id: 'unknown', label: words.unknown, cell: (row) => row.counts[1], number: true, sortable: true },
          ]}
          rows={rows}
          keyOf={(row) => row.month}
          sort={sort}
          onSort={setSort}
        />
      </Exhibit>
      <Exhibit name="Disclosure, Panel">
        <div>
          <Disclosure title={words.details} end="2">
            {words.nameHint}
          </Disclosure>
          <Disclosure title={words.notes} startsOpen>
            <p className={styles.prose}>{words.text}</p>
          </Disclosure>
        </div>
        <Panel title={words.place} framed>
          {words.places[0]}
        </Panel>
      </Exhibit>
    </>
  )
}
