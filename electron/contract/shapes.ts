import { z } from 'zod'

import { dayNumberSchema, idSchema, uncertainDateSchema } from './field-kinds.ts'
import { recordOutputSchema } from './records.ts'

/** The four groups to which each custody status belongs, exactly one each. */
export const custodyGroupSchema = z.enum(['held', 'unknown', 'free', 'ended'])

/** Calendar day of the reader, `YYYY-MM-DD`; every rule that needs "today" takes it. */
export const todaySchema = z.iso.date()

/** Days in custody, the first day not counted; a range where a date is a range, `about` where one is approximate or doubted. */
export const daysHeldSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('range'),
    least: z.int(),
    most: z.int(),
    about: z.boolean(),
    until: z.enum(['today', 'release', 'end']),
  }),
  z.strictObject({ kind: z.literal('not_known'), why: z.string() }),
])

/** One row of the list of case files. */
export const caseListRowSchema = z.strictObject({
  id: idSchema,
  personId: idSchema,
  reference: z.string(),
  name: z.string(),
  status: z.string().nullable(),
  statusGroup: custodyGroupSchema,
  place: z.string().nullable(),
  daysHeld: daysHeldSchema,
  unsourced: z.int(),
  /** UTC milliseconds. */
  changedAt: z.int(),
})
export type CaseListRow = z.infer<typeof caseListRowSchema>

export const caseFilterSchema = z.strictObject({
  statusGroups: z.array(custodyGroupSchema).optional(),
  statuses: z.array(z.string().max(64)).optional(),
  place: z.string().max(500).optional(),
  /** The forces that took the person, as written (accents and case aside). */
  force: z.string().max(500).optional(),
  caseworkerId: idSchema.optional(),
  tag: z.string().max(60).optional(),
  unsourced: z.boolean().optional(),
  /** Nobody confirmed a place up to today, by the rule of `home.overview`. */
  whereaboutsUnknown: z.boolean().optional(),
  /** Nothing was changed in it for at least so many days; wants `today`. */
  staleDays: z.int().min(1).max(3660).optional(),
  arrestedFrom: todaySchema.optional(),
  arrestedTo: todaySchema.optional(),
})
export type CaseFilter = z.infer<typeof caseFilterSchema>

/**
 * Orders of the list; `changed_first`: longest untouched first; `unsourced`: most unsourced statements first;
 * `unknown_longest`: whereabouts longest unknown first, then where nobody can say since when, then where they are known.
 */
export const caseSortSchema = z.enum([
  'changed',
  'changed_first',
  'name',
  'arrested_first',
  'arrested_last',
  'reference',
  'unsourced',
  'unknown_longest',
])
export type CaseSort = z.infer<typeof caseSortSchema>

/** Where a hit stands: the record, its field, and the text around it with the matched stretches marked. */
export const snippetSchema = z.strictObject({
  table: z.string(),
  id: idSchema,
  field: z.string(),
  text: z.string(),
  /** Start and end, in UTF-16 units of `text`, of each stretch that matched. */
  matches: z.array(z.strictObject({ start: z.int(), end: z.int() })),
})
export type Snippet = z.infer<typeof snippetSchema>

/** A statement that has no source: a field, or one sentence of a long text. */
export const unsourcedSchema = z.strictObject({
  table: z.string(),
  id: idSchema,
  field: z.string(),
  /** Start and end, in UTF-16 units of the stored text, where it is one sentence. */
  sentence: z.strictObject({ start: z.int(), end: z.int() }).nullable(),
})

const edge = { earliest: dayNumberSchema.nullable(), latest: dayNumberSchema.nullable() }

/** One stretch of the whereabouts ledger, in order. A gap has no note. */
export const ledgerEntrySchema = z.strictObject({
  kind: z.enum(['place', 'unknown_place', 'gap', 'undated']),
  noteId: idSchema.nullable(),
  place: z.string().nullable(),
  from: z.strictObject(edge),
  to: z.strictObject(edge),
  /** Whether an edge rests on a date that is approximate or doubted (`~`, `?`), which its bounds don't show. */
  about: z.strictObject({ from: z.boolean(), to: z.boolean() }),
  /** Still so today. */
  open: z.boolean(),
  days: z.strictObject({ least: z.int(), most: z.int() }).nullable(),
  denied: z.boolean(),
  confidence: z.string().nullable(),
  /** Ids of notes whose certain days overlap with this one at another place. */
  contradicts: z.array(idSchema),
})
export type LedgerRow = z.infer<typeof ledgerEntrySchema>

/** One dated happening of the case, for the chronology. */
export const chronologyEntrySchema = z.strictObject({
  table: z.string(),
  id: idSchema,
  /** What it is: 'born', 'arrested', 'status', 'charge', 'held_from', 'held_to', 'died', 'opened', 'closed'. */
  what: z.string(),
  date: uncertainDateSchema.nullable(),
  /** A term's code, a place or an offence, as the kind has it. */
  detail: z.string().nullable(),
})

/** What a form needs: each entry there, missing, unsourced or resting on one source. */
export const readinessEntrySchema = z.strictObject({
  item: z.string(),
  state: z.enum(['there', 'missing', 'not_precise_enough', 'unsourced', 'one_source', 'forbidden']),
})

/** A source as a case file shows it: numbered in the order of first citation, masked where it is protected. */
export const caseSourceSchema = z.strictObject({
  number: z.int(),
  /** True where only the code name may stand: every other telling field is null. */
  masked: z.boolean(),
  source: recordOutputSchema('sources'),
})

/** A case file whole, with everything that hangs on it. */
export const caseDocumentSchema = z.strictObject({
  caseFile: recordOutputSchema('case_files'),
  person: recordOutputSchema('persons'),
  personNames: z.array(recordOutputSchema('person_names')),
  identityDocuments: z.array(recordOutputSchema('identity_documents')),
  otherCases: z.array(z.strictObject({ id: idSchema, reference: z.string(), status: z.string().nullable() })),
  charges: z.array(recordOutputSchema('charges')),
  whereabouts: z.array(recordOutputSchema('whereabouts_notes')),
  custodyStatuses: z.array(recordOutputSchema('custody_statuses')),
  sources: z.array(caseSourceSchema),
  citations: z.array(recordOutputSchema('citations')),
  competingValues: z.array(recordOutputSchema('competing_values')),
  derived: z.strictObject({
    today: todaySchema,
    currentStatusId: idSchema.nullable(),
    statusGroup: custodyGroupSchema,
    daysHeld: daysHeldSchema,
    ledger: z.array(ledgerEntrySchema),
    chronology: z.array(chronologyEntrySchema),
    unsourced: z.array(unsourcedSchema),
    wgeid: z.array(readinessEntrySchema),
  }),
  createdAt: z.int(),
  changedAt: z.int(),
})
export type CaseDocument = z.infer<typeof caseDocumentSchema>
