import { z } from 'zod'

import {
  choice,
  date,
  idSchema,
  inputSchemaOf,
  integer,
  known,
  list,
  longText,
  outputSchemaOf,
  reference,
  term,
  text,
} from './field-kinds.ts'
import type { FieldInput, FieldKind, FieldOutput } from './field-kinds.ts'

/**
 * Every kind of record that people edit, with its fields. Field names are camelCase here and snake_case in SQL
 * (`arrestPlace` is `arrest_place`; a date takes four columns: `_edtf`, `_typed`, `_earliest`, `_latest`).
 * `parent` names the record a row hangs on: binning the parent bins the row with it.
 */
export const records = {
  persons: {
    parent: null,
    fields: {
      kind: choice('person', 'group'),
      name: text(300),
      familyName: text(200),
      givenName: text(200),
      groupCount: integer(1, 1_000_000),
      sex: choice('female', 'male', 'intersex', 'unknown'),
      gender: text(100),
      birth: date,
      birthPlace: text(300),
      citizenships: list(100, 20),
      occupation: text(300),
      affiliation: text(300),
      civilStatus: text(200),
      dependants: text(500),
      address: text(500),
      health: longText(20_000),
      languages: list(100, 30),
      description: longText(20_000),
      distinguishing: text(500),
      death: date,
    },
  },
  person_names: {
    parent: { table: 'persons', field: 'personId' },
    fields: {
      personId: reference('persons'),
      kind: choice('alias', 'birth_name', 'mothers_name', 'fathers_name', 'patronymic', 'kunya', 'maiden_name', 'transliteration', 'other'),
      name: text(300),
    },
  },
  identity_documents: {
    parent: { table: 'persons', field: 'personId' },
    fields: {
      personId: reference('persons'),
      kind: text(200),
      number: text(200),
      issuedBy: text(300),
      issued: date,
    },
  },
  case_files: {
    parent: { table: 'persons', field: 'personId' },
    fields: {
      personId: reference('persons'),
      reference: text(60),
      title: text(300),
      confidentiality: choice('internal', 'confidential', 'strictly_confidential'),
      caseworkerId: reference('caseworkers'),
      opened: date,
      closed: date,
      summary: longText(),
      tags: list(60, 40),
      arrestDate: date,
      arrestPlace: text(500),
      arrestForces: text(500),
      arrestWarrantShown: known,
      arrestWarrantBy: text(300),
      arrestReasons: longText(20_000),
      arrestLegalBasis: text(1000),
      arrestForceUsed: longText(20_000),
      arrestWitnesses: longText(20_000),
      arrestSeized: longText(20_000),
      arrestAccount: longText(),
      notes: longText(),
    },
  },
  charges: {
    parent: { table: 'case_files', field: 'caseId' },
    fields: {
      caseId: reference('case_files'),
      offence: text(500),
      law: text(300),
      article: text(100),
      kind: term('charge_kind'),
      date: date,
      authority: text(300),
      court: text(300),
      docket: text(200),
      status: term('charge_status'),
      sentence: text(500),
      appeal: text(500),
      note: longText(20_000),
    },
  },
  whereabouts_notes: {
    parent: { table: 'case_files', field: 'caseId' },
    fields: {
      caseId: reference('case_files'),
      place: text(500),
      from: date,
      to: date,
      capture: choice('acknowledged', 'denied', 'unknown'),
      locationDisclosed: known,
      contactFamily: known,
      contactCounsel: known,
      contactHumanitarian: known,
      contactRights: known,
      conditions: longText(20_000),
      reportedBy: text(300),
      confidence: choice('confirmed', 'reported', 'rumoured', 'contradicted', 'unknown'),
      note: longText(20_000),
    },
  },
  custody_statuses: {
    parent: { table: 'case_files', field: 'caseId' },
    fields: {
      caseId: reference('case_files'),
      status: term('custody_status'),
      since: date,
      words: text(500),
    },
  },
  sources: {
    parent: null,
    fields: {
      title: text(500),
      kind: term('source_kind'),
      connection: term('source_connection'),
      author: text(300),
      publisher: text(300),
      made: date,
      published: date,
      received: date,
      accessed: date,
      language: text(100),
      link: text(2000),
      archivedLink: text(2000),
      locatorHabit: text(300),
      reliability: choice('A', 'B', 'C', 'D', 'E', 'F'),
      relaysSourceId: reference('sources'),
      protection: choice('open', 'restricted', 'protected'),
      codeName: text(100),
      note: longText(20_000),
    },
  },
  citations: {
    // A citation hangs on the row it supports, whatever table that is in; the bin follows `targetTable` and `targetId`.
    parent: null,
    fields: {
      sourceId: reference('sources'),
      targetTable: choice(
        'persons',
        'person_names',
        'identity_documents',
        'case_files',
        'charges',
        'whereabouts_notes',
        'custody_statuses',
        'competing_values',
      ),
      targetId: text(36),
      /** The field that is supported; null: the whole row. */
      field: text(60),
      /** The mark `[^id]` inside a long text; null: the whole field. */
      mark: text(12),
      /** One entry of a list field ("Spanish" among the nationalities); null: the whole field. */
      value: text(300),
      locator: text(300),
      quotation: longText(20_000),
      credibility: integer(1, 6),
      note: longText(20_000),
    },
  },
  competing_values: {
    // As citations do, a competing value hangs on the row whose field it contests.
    parent: null,
    fields: {
      targetTable: choice('persons', 'case_files', 'charges', 'whereabouts_notes', 'custody_statuses'),
      targetId: text(36),
      field: text(60),
      /** What is claimed instead, in words; a contested date is typed and read like any date. */
      value: text(1000),
      date: date,
      reason: text(1000),
    },
  },
  saved_searches: {
    parent: null,
    fields: {
      name: text(120),
      query: text(400),
      /** The filter as JSON, in the shape of `caseFilterSchema`. */
      filter: text(4000),
      sort: choice(
        'best',
        'changed',
        'changed_first',
        'name',
        'arrested_first',
        'arrested_last',
        'reference',
        'unsourced',
        'unknown_longest',
      ),
    },
  },
} as const satisfies Record<string, { parent: { table: string; field: string } | null; fields: Record<string, FieldKind> }>

export type RecordTable = keyof typeof records
export type FieldsOf<T extends RecordTable> = (typeof records)[T]['fields']

/** Fields going in: each may be left out (unchanged) or null (emptied). */
export type RecordInput<T extends RecordTable> = {
  -readonly [F in keyof FieldsOf<T>]?: FieldsOf<T>[F] extends FieldKind ? FieldInput<FieldsOf<T>[F]> : never
}

/** A record as it leaves the vault. `revision` is the number of the change that last touched it. */
export type RecordOutput<T extends RecordTable> = {
  -readonly [F in keyof FieldsOf<T>]: FieldsOf<T>[F] extends FieldKind ? FieldOutput<FieldsOf<T>[F]> : never
} & { id: string; revision: number; binned: boolean }

const entries = <T extends RecordTable>(table: T): [string, FieldKind][] => Object.entries<FieldKind>(records[table].fields)

/** Schema of the fields of a table as input, unknown names refused. */
export function recordInputSchema<T extends RecordTable>(table: T): z.ZodType<RecordInput<T>, RecordInput<T>> {
  const shape = Object.fromEntries(entries(table).map(([name, field]) => [name, inputSchemaOf(field).optional()]))
  return z.strictObject(shape) as unknown as z.ZodType<RecordInput<T>, RecordInput<T>>
}

/** Schema of a record of a table as output. */
export function recordOutputSchema<T extends RecordTable>(table: T): z.ZodType<RecordOutput<T>> {
  const shape = Object.fromEntries(entries(table).map(([name, field]) => [name, outputSchemaOf(field)]))
  return z.strictObject({ id: idSchema, revision: z.int(), binned: z.boolean(), ...shape }) as unknown as z.ZodType<RecordOutput<T>>
}

const columns = new Map<string, string>()

/** `arrestPlace` → `arrest_place`. */
export function columnOf(field: string): string {
  const known = columns.get(field)
  if (known !== undefined) return known
  const column = field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  columns.set(field, column)
  return column
}

/** The columns that a field takes in its table. */
export function columnsOf(field: string, kind: FieldKind): string[] {
  const column = columnOf(field)
  return kind.kind === 'date' ? [`${column}_edtf`, `${column}_typed`, `${column}_earliest`, `${column}_latest`] : [column]
}

/** Tables as they are named in change notices and in a call's `reads` and `writes`. */
export const tableNames = [
  'persons',
  'person_names',
  'identity_documents',
  'case_files',
  'charges',
  'whereabouts_notes',
  'custody_statuses',
  'sources',
  'citations',
  'competing_values',
  'saved_searches',
  'caseworkers',
  'terms',
  'change_sets',
  'audit_entries',
] as const
export type TableName = (typeof tableNames)[number]
