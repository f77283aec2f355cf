import { hasNoYear } from './edtf-date.ts'
import { certaintyOf, parseEdtf, type EdtfValue } from './edtf.ts'

/** How sharp a date is, in one code for a chip beside it. Doubt comes before precision, since it is what a reader must not miss. */
export type DatePrecision =
  | 'day'
  | 'month'
  | 'year'
  | 'decade'
  | 'no_year'
  | 'partly_unknown'
  | 'approximate'
  | 'uncertain'
  | 'range'
  | 'ongoing'
  | 'before'
  | 'after'
  | 'one_of'
  | 'unreadable'

/** The precision of an EDTF value or text; `unreadable` for text that is not EDTF. */
export function precisionOf(edtf: EdtfValue | string): DatePrecision {
  if (typeof edtf === 'string') {
    const parsed = parseEdtf(edtf)
    return parsed.ok ? precisionOf(parsed.value) : 'unreadable'
  }
  if (edtf.kind === 'interval') {
    return edtf.to.kind === 'open' ? 'ongoing' : 'range'
  }
  if (edtf.kind === 'one_of') {
    const only = edtf.members.length === 1 ? edtf.members[0] : undefined
    if (only?.kind !== 'range') return 'one_of'
    if (only.from === null) return 'before'
    return only.to === null ? 'after' : 'one_of'
  }
  const { uncertain, approximate } = certaintyOf(edtf)
  if (hasNoYear(edtf)) return 'no_year'
  if (approximate) return 'approximate'
  if (uncertain) return 'uncertain'
  if (/^\d{3}X$/.test(edtf.year) && edtf.month === null) return 'decade'
  if ([edtf.year, edtf.month, edtf.day].some((part) => part?.includes('X'))) return 'partly_unknown'
  if (edtf.day !== null) return 'day'
  return edtf.month === null ? 'year' : 'month'
}
