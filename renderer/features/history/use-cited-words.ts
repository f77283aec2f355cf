import { useLingui } from '@lingui/react/macro'

import { records } from '../../../electron/contract/index.ts'
import { isolated } from '../../i18n/lists.ts'
import { useCaseView } from '../case/case-context.ts'
import { useStatementWords } from '../case/citing/use-statement-words.ts'
import { useSourceWords } from '../case/citing/use-source-words.ts'
import type { ChangeSet } from './HistoryPanel.tsx'

type Revision = ChangeSet['revisions'][number]

/** Of the citations in a change: which source says so, and of what. Once each; what is no longer in the file is left out. */
export function useCitedWords(): (revisions: readonly Revision[]) => string[] {
  const { t } = useLingui()
  const { document, citations } = useCaseView()
  const { title } = useSourceWords()
  const statementWords = useStatementWords()

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
    const entry = value('value') ?? cited?.value ?? null
    const of = statementWords(table, value('targetId') ?? cited?.targetId ?? '', field, entry)
    const who = `${source.number} · ${isolated(title(source))}`
    return t`Source ${who}, for ${of}`
  }

  return (revisions) => {
    const ids = [...new Set(revisions.filter(({ table }) => table === 'citations').map(({ id }) => id))]
    return [...new Set(ids.map((id) => told(id, revisions)).filter((words) => words !== null))]
  }
}

const isTable = (table: string): table is keyof typeof records => Object.hasOwn(records, table)
