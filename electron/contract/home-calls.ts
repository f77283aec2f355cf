import { z } from 'zod'

import { command, query } from './declaration.ts'
import { idSchema } from './field-kinds.ts'
import { records } from './records.ts'
import { caseListRowSchema, todaySchema } from './shapes.ts'

const recordTableSchema = z.enum(Object.keys(records) as [keyof typeof records, ...(keyof typeof records)[]])

const readsOfCases = [
  'persons',
  'person_names',
  'case_files',
  'charges',
  'whereabouts_notes',
  'custody_statuses',
  'sources',
  'citations',
] as const

/** Days as a range, because dates are; `about` where one rests on a date that is approximate or doubted. */
const rangeOfDays = z.strictObject({ least: z.int(), most: z.int(), about: z.boolean() })
const howMany = z.strictObject({ least: z.int(), most: z.int() })

/**
 * How a caseworker left the window. It is kept in the vault, for each caseworker, because open case files are a matter
 * of the vault; it is no change: nothing of it is undone, and it has no history.
 */
export const preferencesSchema = z.strictObject({
  /** Width of the list beside the document, in CSS pixels; null: as the page thinks best. */
  listWidth: z.int().min(220).max(900).nullable(),
  sideWidth: z.int().min(180).max(520).nullable(),
  /** `dense`: set as tightly as a printed page. */
  density: z.enum(['comfortable', 'dense']),
  /** Case files open as tabs, first to last, and the one in front. */
  tabs: z.array(idSchema).max(40),
  activeTab: idSchema.nullable(),
  /** Case files opened last, newest first, for the command palette. */
  recent: z.array(idSchema).max(40),
  /** Hints that were read and put away, by name. */
  dismissed: z.array(z.string().max(60)).max(60),
})
export type Preferences = z.infer<typeof preferencesSchema>

export const homeCalls = {
  /** What needs attention, and how many there are. People and case files are never mixed in one count. */
  'home.overview': query({
    input: z.strictObject({
      today: todaySchema,
      staleDays: z.int().min(1).max(3660).default(30),
      /** Rows of each part. */
      limit: z.int().min(1).max(50).default(6),
    }),
    output: z.strictObject({
      caseFiles: z.int(),
      people: z.int(),
      /** Case files by the group of their present custody status. */
      groups: z.strictObject({ held: z.int(), unknown: z.int(), free: z.int(), ended: z.int() }),
      /** Where nobody confirmed a place up to today, longest first; a case whose beginning is open comes last, without days. */
      whereaboutsUnknown: z.strictObject({
        total: z.int(),
        cases: z.array(caseListRowSchema.extend({ unknownFor: rangeOfDays.nullable() })),
      }),
      /** Held or unknown, and untouched for `staleDays` days; longest first. */
      stale: z.strictObject({ total: z.int(), cases: z.array(caseListRowSchema) }),
      /** `total` counts case files, `statements` what is unsourced in them; most first. */
      unsourced: z.strictObject({ total: z.int(), statements: z.int(), cases: z.array(caseListRowSchema) }),
      /** Case files that this caseworker changed last. */
      recent: z.array(caseListRowSchema),
    }),
    reads: [...readsOfCases, 'change_sets'],
  }),
  /**
   * How many people were held, or their whereabouts unknown, on each of the days asked for. `least`: on any reading of
   * uncertain dates; `most`: on some reading. People in custody whose beginning nobody dated are `undated`.
   */
  'statistics.heldOverTime': query({
    input: z.strictObject({
      /** Days `YYYY-MM-DD`, in order. */
      days: z.array(todaySchema).min(1).max(400),
      today: todaySchema,
    }),
    output: z.strictObject({
      points: z.array(z.strictObject({ day: todaySchema, held: howMany, unknown: howMany })),
      undated: z.int(),
      /** Earliest day on which anybody may have been taken; null while nobody's arrest is dated. */
      first: todaySchema.nullable(),
    }),
    reads: readsOfCases,
  }),
  /** Where rows belong, so that a draft of one can be named and led to; rows that are gone are left out. */
  'home.draftPlaces': query({
    input: z.strictObject({ rows: z.array(z.strictObject({ table: recordTableSchema, id: idSchema })).max(200) }),
    output: z.strictObject({
      places: z.array(
        z.strictObject({
          table: recordTableSchema,
          id: idSchema,
          /** The case file in which the row shows; null for a source, which stands by itself. */
          caseId: idSchema.nullable(),
          /** The person's name, or what a source is called in everyday views. */
          name: z.string(),
        }),
      ),
    }),
    reads: [...readsOfCases, 'identity_documents', 'competing_values'],
  }),
  'preferences.get': query({ input: z.strictObject({}), output: preferencesSchema }),
  /** Keeps what is given and leaves the rest; answers all of it. */
  'preferences.put': command({ input: preferencesSchema.partial(), output: preferencesSchema }),
}
