import { anchorOf, endOfSentenceAt, marksIn, newMarkId } from '../../../components/fields/text/marks.ts'
import { useCaseView } from '../case-context.ts'
import { rowsOf } from '../case-rows.ts'
import { kindOf, placeOf } from '../saving/field-key.ts'
import { textOfValue } from '../saving/field-values.ts'
import { valueIn } from '../use-field.ts'
import { citable } from './citation-index.ts'

/** Cites a source for the statement that has the focus, a sentence or a field; false where none has it. */
export function useCiteFocused(): () => boolean {
  const { document, saver, show, language, readOnly } = useCaseView()
  return () => {
    const from = globalThis.document.activeElement
    const frame = from?.closest<HTMLElement>('[data-field]') ?? null
    const place = placeOf(frame?.dataset['field'] ?? '')
    if (readOnly || !(from instanceof HTMLElement) || place === null || !citable(place.table)) return false
    const { table, id, field } = place
    const kind = kindOf(table, field)
    const row = rowsOf(document).find((candidate) => candidate.table === table && candidate.row.id === id)?.row
    if (kind === null || row === undefined) return false
    const original = textOfValue(kind, valueIn(row, field))
    const key = `${table}/${id}/${field}` as const
    const text = saver.entry(key)?.text ?? original
    if (text === '') return false
    if (kind.kind !== 'longText') {
      show({ kind: 'cite', target: { table, id, field, mark: null, value: null }, editing: null })
      return true
    }
    const start = from.dataset['start']
    if (start === undefined) return false
    const mark = newMarkId(new Set(marksIn(text)))
    const end = endOfSentenceAt(text, Number(start) + 1, language)
    void saver.choose(key, text.slice(0, end) + anchorOf(mark) + text.slice(end), original)
    show({ kind: 'cite', target: { table, id, field, mark, value: null }, editing: null })
    return true
  }
}
