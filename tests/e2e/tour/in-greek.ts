import type { RecordInput } from '../../../electron/contract/index.ts'
import { records } from '../../../electron/contract/records.ts'
import type { RecordTable } from '../../../electron/contract/records.ts'
import { writeDemonstration } from '../../../electron/casework/demonstration/write-demonstration.ts'
import { demonstrationWriter } from '../../../electron/casework/demonstration/writer.ts'
import { readTypedDate } from '../../../electron/domain/typed-date.ts'
import type { Desk } from '../pages/desk.ts'
import { callAs } from './hard-cases.ts'

const letters = Object.fromEntries(
  [...'abcdefghijklmnopqrstuvwxyz'].map((letter, index) => [letter, [...'αβψδεφγχιξκλμνοπθρστυβωζυζ'][index] ?? '']),
)

/** The same text with Greek letters in the place of Latin ones; citation marks `[^abcd]` stay as they are. */
export const inGreek = (text: string): string =>
  text
    .split(/(\[\^[a-z0-9]{4,12}\])/)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part
            .normalize('NFD')
            .replaceAll(/[A-Za-z]\p{M}*/gu, ([letter = '']) => {
              const greek = letters[letter.toLowerCase()] ?? letter
              return letter === letter.toLowerCase() ? greek : greek.toUpperCase()
            })
            .normalize('NFC'),
    )
    .join('')

// These hold names of fields and ids of rows, not words.
const keys = new Set(['targetTable', 'targetId', 'field', 'mark'])

function fieldsInGreek(table: RecordTable, fields: Record<string, unknown>): Record<string, unknown> {
  const kinds: Record<string, { kind: string }> = records[table].fields
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      const kind = kinds[name]?.kind
      if (keys.has(name)) return [name, value]
      if (Array.isArray(value)) return [name, value.map((one) => inGreek(String(one)))]
      if (typeof value !== 'string') return [name, value]
      if (kind === 'text' || kind === 'longText') return [name, inGreek(value)]
      if (kind !== 'date') return [name, value]
      const read = readTypedDate(value, { language: 'en', today: Date.UTC(2026, 8, 1) / 86_400_000 })
      if (!read.ok) throw new Error(`The demonstration has a date that can't be read: ${value}`)
      return [name, { typed: inGreek(value), edtf: read.edtf }]
    }),
  )
}

/**
 * The case files of the demonstration, written through the page's calls with Greek letters: what then stands on a screen
 * in Latin letters is a word of the program, not of the vault.
 */
export async function writeDemonstrationInGreek(desk: Desk): Promise<void> {
  const create = (call: string, table: RecordTable) => async (input: unknown) => {
    const { fields } = input as { fields: Record<string, unknown> }
    return callAs(desk, call, { fields: fieldsInGreek(table, fields) })
  }
  const handlers = {
    'cases.create': ({ person = {}, fields = {} }: { person?: RecordInput<'persons'>; fields?: RecordInput<'case_files'> }) =>
      callAs(desk, 'cases.create', { person: fieldsInGreek('persons', person), fields: fieldsInGreek('case_files', fields) }),
    'sources.create': create('sources.create', 'sources'),
    'citations.create': create('citations.create', 'citations'),
    'personNames.create': create('personNames.create', 'person_names'),
    'custody.create': create('custody.create', 'custody_statuses'),
    'charges.create': create('charges.create', 'charges'),
    'whereabouts.create': create('whereabouts.create', 'whereabouts_notes'),
    'competingValues.create': create('competingValues.create', 'competing_values'),
  }
  await writeDemonstration(demonstrationWriter(handlers as unknown as Parameters<typeof demonstrationWriter>[0]))
}
