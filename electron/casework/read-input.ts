import type { DateInput, FieldKind, RecordInput, RecordTable, UncertainDateValue } from '../contract/index.ts'
import { dayOfIso } from '../domain/days.ts'
import { boundsOf, formatEdtf, parseEdtf } from '../domain/edtf.ts'
import type { DateBounds } from '../domain/edtf.ts'
import { readTypedDate } from '../domain/typed-date.ts'
import { isDoubted } from '../domain/uncertain-date.ts'
import { refuse } from './refusals.ts'
import { fieldsOf } from './rows.ts'
import type { Value, Values } from './rows.ts'

type Input = string | number | string[] | DateInput | null

/**
 * The fields of a command as the vault keeps them: dates read and their bounds reckoned, lines trimmed, nothing for what
 * holds only white space. `at` is the input's path, for refusals. `today` (`YYYY-MM-DD`) is what "yesterday" leans on.
 * @throws {VaultError} `invalid_input` for a date that can't be
 */
export function readInput<T extends RecordTable>(table: T, fields: RecordInput<T>, today: string, at = 'fields'): Values {
  const kinds = fieldsOf(table)
  const given = Object.entries(fields as Record<string, Input | undefined>)
  return Object.fromEntries(
    given.flatMap(([field, value]): [string, Value][] => {
      const kind = kinds.get(field)
      return kind === undefined || value === undefined ? [] : [[field, readValue(value, kind, today, `${at}.${field}`)]]
    }),
  )
}

function readValue(value: Input, kind: FieldKind, today: string, path: string): Value {
  if (value === null) return kind.kind === 'list' ? [] : null
  switch (kind.kind) {
    case 'date':
      return readDate(value as DateInput, today, path)
    case 'list':
      return [...new Set((value as string[]).map((entry) => entry.trim()).filter((entry) => entry !== ''))]
    case 'text':
      return String(value).trim() === '' ? null : String(value).trim()
    case 'longText':
      return String(value).trim() === '' ? null : String(value)
    case 'term':
    case 'choice':
    case 'integer':
    case 'reference':
      return value as string | number
  }
}

/**
 * A date as it was typed, with the EDTF that the person accepted or that we read in it. The words stay as they are.
 * @throws {VaultError} `invalid_input`: a day that does not exist, words that are no date, EDTF sharper than the words
 */
export function readDate(input: DateInput, today: string, path: string): UncertainDateValue {
  const { typed, edtf, language } = typeof input === 'string' ? { typed: input, edtf: undefined, language: undefined } : input
  const words = typed.trim()
  const day = dayOfIso(today)
  if (day === null) return refuse('today', 'not_a_day')
  const read = readTypedDate(words, { language: language ?? 'en', today: day })
  if (edtf === undefined) {
    if (!read.ok) return refuse(path, read.reason)
    return { edtf: read.edtf, typed: words, earliest: read.earliest, latest: read.latest }
  }
  const parsed = parseEdtf(edtf)
  if (!parsed.ok) return refuse(path, parsed.reason)
  const bounds = boundsOf(parsed.value)
  // A day that no calendar has does not become one by an EDTF put beside it.
  if (!read.ok && (read.reason === 'impossible_date' || read.reason === 'reversed')) return refuse(path, read.reason)
  const isSurer = read.ok && isDoubted(read) && !isDoubted({ edtf, ...bounds })
  if (read.ok && isSharper(bounds, read, isSurer)) return refuse(path, 'sharper_than_typed')
  return { edtf: formatEdtf(parsed.value), typed: words, ...bounds }
}

/** Whether some bounds lie inside others and leave something out, a day or the doubt (`isSurer`): more than was said. */
function isSharper(claimed: DateBounds, said: DateBounds, isSurer: boolean): boolean {
  const [from, to] = [claimed.earliest ?? -Infinity, claimed.latest ?? Infinity]
  const [first, last] = [said.earliest ?? -Infinity, said.latest ?? Infinity]
  return from >= first && to <= last && (isSurer || from > first || to < last)
}
