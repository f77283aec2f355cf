import { useLingui } from '@lingui/react/macro'

import { records, type RecordTable } from '../../../electron/contract/index.ts'
import { useCaseView } from '../case/case-context.ts'
import { useSourceWords } from '../case/citing/use-source-words.ts'
import { fieldLabel, recordLabel } from '../case/field-labels.ts'
import type { ChangeSet } from './HistoryPanel.tsx'

type Revision = ChangeSet['revisions'][number]

/** Of the citations in a change: which source says so, and of what. Once each; what is no longer in the file is left out. */
export function useCitedWords(): (revisions: readonly Revision[]) => string[] {
  const { t, i18n } = useLingui()
  const { document, citations } = useCaseView()
  const { title } = useSourceWords()

  const labelOf = (table: RecordTable, field: string | null): string =>
    i18n._(field !== null && Object.hasOwn(records[table].fields, field) ? fieldLabel(table, field) : recordLabel(table))

  // What another source says stands beside a field; that field is what the reader knows.
  const statementWords = (table: RecordTable, id: string | null, field: string | null): string => {
    const contested = table === 'competing_values' ? document.competingValues.find((one) => one.id === id) : undefined
    if (contested?.targetTable === null || contested?.targetTable === undefined) return labelOf(table, field)
    const name = labelOf(contested.targetTable, contested.field)
    return t`what else is said of “${name}”`
  }

  const told = (id: string, revisions: readonly Revision[]): string | null => {
    const cited = citations.byId(id)?.citation
    const value = (field: string): string | null => {
      const revision = revisions.find((one) => one.id === id && one.field === field)
      const now = revision?.after ?? revision?.before
      return typeof now === 'string' ? now : null
    }
    const sourceId = value('sourceId') ?? cited?.sourceId
    const source = document.sources.find((one) => one.source.id === sourceId)
    const table = value('targetTable') ?? cited?.targetTable
    if (source === undefined || table === null || table === undefined || !isTable(table)) return null
    const field = value('field') ?? cited?.field ?? null
    const what = statementWords(table, value('targetId') ?? cited?.targetId ?? null, field)
    const entry = value('value') ?? cited?.value ?? null
    const who = `${source.number} · ${title(source)}`
    const of = entry === null ? what : `${what}: ${entry}`
    return t`Source ${who}, for ${of}`
  }

  return (revisions) => {
    const ids = [...new Set(revisions.filter(({ table }) => table === 'citations').map(({ id }) => id))]
    return [...new Set(ids.map((id) => told(id, revisions)).filter((words) => words !== null))]
  }
}

const isTable = (table: string): table is keyof typeof records => Object.hasOwn(records, table)
