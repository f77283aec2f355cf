import type { DateInput, FieldKind, Language } from '../../../../electron/contract/index.ts'
import { listToText, textToList } from '../../../components/fields/text/list-text.ts'

/** What a field takes, whichever its kind. */
export type FieldValue = string | number | string[] | DateInput | null

/** The text in which a field of this kind is typed and kept as a draft. */
export function textOfValue(kind: FieldKind, value: unknown): string {
  if (value === null || value === undefined) return ''
  if (kind.kind === 'list') return Array.isArray(value) ? listToText(value.map(String)) : ''
  if (kind.kind === 'date') return typeof value === 'object' && 'typed' in value ? String(value.typed) : String(value)
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

export type ReadDate = (typed: string) => { typed: string; edtf: string; language: Language } | null

/** The value that a typed text stands for; refused with the reason where it stands for none. */
export function valueOfText(
  kind: FieldKind,
  text: string,
  readDate: ReadDate,
): { ok: true; value: FieldValue } | { ok: false; reason: string } {
  if (kind.kind === 'longText') return { ok: true, value: text.trim() === '' ? null : text }
  const line = text.trim()
  if (kind.kind === 'list') return { ok: true, value: textToList(line) }
  if (line === '') return { ok: true, value: null }
  if (kind.kind === 'date') {
    const date = readDate(line)
    return date === null ? { ok: false, reason: 'not_a_date' } : { ok: true, value: date }
  }
  if (kind.kind !== 'integer') return { ok: true, value: line }
  const number = /^\d{1,9}$/.test(line) ? Number(line) : Number.NaN
  const inside = number >= kind.least && number <= kind.most
  return inside ? { ok: true, value: number } : { ok: false, reason: 'not_in_range' }
}
