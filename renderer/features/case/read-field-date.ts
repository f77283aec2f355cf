import type { Language } from '../../../electron/contract/index.ts'
import { readTypedDate } from '../../../electron/domain/typed-date.ts'
import type { DateRemark, TypedDateProblem } from '../../../electron/domain/typed-date-piece.ts'
import { readBirth } from '../intake/read-intake-date.ts'

export type FieldDate =
  | { ok: true; value: { typed: string; edtf: string; language: Language }; edtf: string; remark?: DateRemark }
  | { ok: false; reason: TypedDateProblem }

/** What was typed into a date field of a row; a birth may be said as an age, as in the intake. */
export function readFieldDate(
  table: string,
  field: string,
  typed: string,
  { language, today }: { language: Language; today: number },
): FieldDate {
  const birth = table === 'persons' && field === 'birth' ? readBirth(typed, language, today) : null
  if (birth !== null && typeof birth.value !== 'string' && birth.value.edtf !== undefined) {
    const { typed: kept, edtf } = birth.value
    return { ok: true, value: { typed: kept, edtf, language }, edtf, ...(birth.remark === null ? {} : { remark: birth.remark }) }
  }
  const read = readTypedDate(typed, { language, today })
  if (!read.ok) return { ok: false, reason: read.reason }
  const value = { typed: read.typed, edtf: read.edtf, language }
  return { ok: true, value, edtf: read.edtf, ...(read.remark === undefined ? {} : { remark: read.remark }) }
}
