import { withoutMark } from '../../../components/fields/text/marks.ts'
import { useCaseView } from '../case-context.ts'
import { rowsOf } from '../case-rows.ts'
import { fieldKey } from '../saving/field-key.ts'
import { valueIn } from '../use-field.ts'
import type { CitationTarget } from './citation-index.ts'

/** Takes a mark that has no citation any more out of its text, wherever it stands by now. */
export function useDropMark(): (target: CitationTarget) => Promise<void> {
  const { document, saver } = useCaseView()
  return async ({ table, id, field, mark }) => {
    if (mark === null || field === null) return
    const key = fieldKey(table, id, field)
    const row = rowsOf(document).find((candidate) => candidate.table === table && candidate.row.id === id)?.row
    const stored = row === undefined ? null : valueIn(row, field)
    const original = typeof stored === 'string' ? stored : ''
    const text = saver.entry(key)?.text ?? original
    if (withoutMark(text, mark) !== text) await saver.choose(key, withoutMark(text, mark), original)
  }
}
