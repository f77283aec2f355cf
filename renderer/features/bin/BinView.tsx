import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'

import type { CallError, CallName, CallOutput, RecordTable } from '../../../electron/contract/index.ts'
import { call } from '../../api/client.ts'
import { useCall } from '../../api/hooks.ts'
import { announceDone } from '../../api/undo.ts'
import { Button } from '../../components/Button.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Tag } from '../../components/Tag.tsx'
import { recordLabel } from '../case/field-labels.ts'
import styles from './BinView.module.css'

type Entry = CallOutput<'bin.list'>['entries'][number]

const restoreCalls = {
  case_files: 'cases.restore',
  person_names: 'personNames.restore',
  identity_documents: 'identityDocuments.restore',
  charges: 'charges.restore',
  whereabouts_notes: 'whereabouts.restore',
  custody_statuses: 'custody.restore',
  sources: 'sources.restore',
  citations: 'citations.restore',
  competing_values: 'competingValues.restore',
} as const satisfies Partial<Record<RecordTable, CallName>>

const isRestorable = (table: RecordTable): table is keyof typeof restoreCalls => Object.hasOwn(restoreCalls, table)

const pageSize = 100

/** What was thrown away and can come back. */
export function BinView() {
  const { t, i18n } = useLingui()
  const [limit, setLimit] = useState(pageSize)
  const [trouble, setTrouble] = useState<CallError | null>(null)
  const { data, error } = useCall('bin.list', { limit, offset: 0 }, { keepPrevious: true })

  const restore = async (entry: Entry) => {
    if (!isRestorable(entry.table)) return
    const answer = await call(restoreCalls[entry.table], { id: entry.id })
    setTrouble(answer.ok ? null : answer.error)
    if (answer.ok) announceDone(t`“${entry.label}” is back in its place.`)
  }

  const total = data?.total ?? 0
  const number = i18n.number(total)
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{t({ context: 'place', message: 'Bin' })}</h1>
      <p className={styles.lead}>{t`What lies here is still in the vault, encrypted, until it is restored.`}</p>
      {trouble !== null && <ErrorNote error={trouble} />}
      {error !== null && <ErrorNote error={error.failure} />}
      {data !== undefined && total === 0 && (
        <EmptyState title={t`The bin is empty`}>{t`Whatever you remove from a case file comes here first, and can come back.`}</EmptyState>
      )}
      {total > 0 && (
        <>
          <p className={styles.count}>{t`${plural(total, { one: `${number} thing`, other: `${number} things` })} in the bin`}</p>
          <ul className={styles.list}>
            {data?.entries.map((entry) => (
              <li key={`${entry.table}/${entry.id}`} className={styles.entry}>
                <div className={styles.what}>
                  <span className={styles.line}>
                    <bdi className={styles.label}>{entry.label}</bdi>
                    <Tag>{i18n._(recordLabel(entry.table))}</Tag>
                  </span>
                  <span className={styles.about}>
                    {entry.detail !== null && <bdi>{entry.detail} · </bdi>}
                    {entry.binnedBy === null
                      ? i18n.date(new Date(entry.binnedAt), { dateStyle: 'medium', timeStyle: 'short' })
                      : t`${entry.binnedBy}, ${i18n.date(new Date(entry.binnedAt), { dateStyle: 'medium', timeStyle: 'short' })}`}
                  </span>
                </div>
                {isRestorable(entry.table) && (
                  <Button aria-label={t`Restore ${entry.label}`} onPress={() => void restore(entry)}>
                    {t`Restore`}
                  </Button>
                )}
              </li>
            ))}
          </ul>
          {limit < total && limit < 500 && <Button onPress={() => setLimit(Math.min(500, limit + pageSize))}>{t`Show more`}</Button>}
        </>
      )}
    </div>
  )
}
