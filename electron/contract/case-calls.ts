import { z } from 'zod'

import { command, query } from './declaration.ts'
import { idSchema, uncertainDateSchema } from './field-kinds.ts'
import { recordInputSchema, recordOutputSchema } from './records.ts'
import { binCall, createCall, restoreCall, updateCall, writtenSchema } from './row-calls.ts'
import {
  caseDocumentSchema,
  caseFilterSchema,
  caseListRowSchema,
  caseSortSchema,
  caseSourceSchema,
  custodyGroupSchema,
  snippetSchema,
  todaySchema,
} from './shapes.ts'

const page = { limit: z.int().min(1).max(500).default(50), offset: z.int().min(0).default(0) }
const ofCase = [
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
] as const
const written = ['change_sets', 'audit_entries'] as const

export const caseCalls = {
  /** Case files outside the bin, sorted by locale for names. */
  'cases.list': query({
    input: z.strictObject({
      filter: caseFilterSchema.default({}),
      sort: caseSortSchema.default('changed'),
      today: todaySchema.optional(),
      ...page,
    }),
    output: z.strictObject({ total: z.int(), cases: z.array(caseListRowSchema) }),
    reads: ofCase,
  }),
  /** What the names of some case files need, in the order asked for; what is not on file is left out. */
  'cases.heads': query({
    input: z.strictObject({ ids: z.array(idSchema).max(100) }),
    output: z.strictObject({
      heads: z.array(
        z.strictObject({
          ...caseListRowSchema.pick({ id: true, reference: true, name: true, statusGroup: true }).shape,
          binned: z.boolean(),
        }),
      ),
    }),
    reads: ['case_files', 'persons', 'person_names', 'custody_statuses'],
  }),
  /** One case file whole, by id or by reference. A case file in the bin is found too; its record says so. */
  'cases.get': query({
    input: z.union([
      z.strictObject({ id: idSchema, today: todaySchema.optional() }),
      z.strictObject({ reference: z.string().min(1).max(60), today: todaySchema.optional() }),
    ]),
    output: caseDocumentSchema,
    reads: ofCase,
  }),
  /** A new case file, of a new person (`person`) or of one who is on file (`personId`). A name or a description is enough. */
  'cases.create': command({
    input: z.strictObject({
      person: recordInputSchema('persons').optional(),
      personId: idSchema.optional(),
      fields: recordInputSchema('case_files').optional(),
      status: z.strictObject({ fields: recordInputSchema('custody_statuses') }).optional(),
    }),
    output: z.strictObject({
      id: idSchema,
      personId: idSchema,
      reference: z.string(),
      revision: z.int(),
      personRevision: z.int(),
      changeNo: z.int(),
    }),
    writes: ['case_files', 'persons', 'custody_statuses', ...written],
  }),
  'cases.update': updateCall('case_files'),
  'cases.bin': binCall('case_files'),
  'cases.restore': restoreCall('case_files'),

  /** People by name, for pickers: namesakes told apart by what is known of them. */
  'persons.list': query({
    input: z.strictObject({ query: z.string().max(200).default(''), ...page }),
    output: z.strictObject({
      total: z.int(),
      persons: z.array(
        z.strictObject({
          id: idSchema,
          name: z.string(),
          otherNames: z.array(z.string()),
          birth: uncertainDateSchema.nullable(),
          birthPlace: z.string().nullable(),
          distinguishing: z.string().nullable(),
          cases: z.array(z.strictObject({ id: idSchema, reference: z.string(), status: z.string().nullable() })),
        }),
      ),
    }),
    reads: ['persons', 'person_names', 'case_files', 'custody_statuses'],
  }),
  /** One person outside the bin, with their other names and their case files, newest first. */
  'persons.get': query({
    input: z.strictObject({ id: idSchema, today: todaySchema.optional() }),
    output: z.strictObject({
      person: recordOutputSchema('persons'),
      names: z.array(recordOutputSchema('person_names')),
      cases: z.array(caseListRowSchema),
    }),
    reads: ofCase,
  }),
  /** People who may be the same as the one being typed, with the reasons why, best first. */
  'persons.possibleDuplicates': query({
    input: z.strictObject({
      name: z.string().max(300),
      birth: z.string().max(200).optional(),
      except: idSchema.optional(),
      limit: z.int().min(1).max(20).default(5),
    }),
    output: z.strictObject({
      candidates: z.array(
        z.strictObject({
          personId: idSchema,
          name: z.string(),
          matchedName: z.string(),
          why: z.array(z.string()),
          score: z.number(),
          birth: z.string().nullable(),
          birthPlace: z.string().nullable(),
          distinguishing: z.string().nullable(),
          cases: z.array(z.strictObject({ id: idSchema, reference: z.string(), status: z.string().nullable() })),
        }),
      ),
    }),
    reads: ['persons', 'person_names', 'case_files', 'custody_statuses'],
  }),
  'persons.update': updateCall('persons'),

  'personNames.create': createCall('person_names'),
  'personNames.update': updateCall('person_names'),
  'personNames.bin': binCall('person_names'),
  'personNames.restore': restoreCall('person_names'),

  'identityDocuments.create': createCall('identity_documents'),
  'identityDocuments.update': updateCall('identity_documents'),
  'identityDocuments.bin': binCall('identity_documents'),
  'identityDocuments.restore': restoreCall('identity_documents'),

  'charges.create': createCall('charges'),
  'charges.update': updateCall('charges'),
  'charges.bin': binCall('charges'),
  'charges.restore': restoreCall('charges'),

  'whereabouts.create': createCall('whereabouts_notes'),
  'whereabouts.update': updateCall('whereabouts_notes'),
  'whereabouts.bin': binCall('whereabouts_notes'),
  'whereabouts.restore': restoreCall('whereabouts_notes'),

  'custody.create': createCall('custody_statuses'),
  'custody.update': updateCall('custody_statuses'),
  'custody.bin': binCall('custody_statuses'),
  'custody.restore': restoreCall('custody_statuses'),

  /** All sources outside the bin, masked where they are protected. */
  'sources.list': query({
    input: z.strictObject({ query: z.string().max(200).default(''), ...page }),
    output: z.strictObject({
      total: z.int(),
      sources: z.array(z.strictObject({ masked: z.boolean(), source: recordOutputSchema('sources'), citations: z.int(), cases: z.int() })),
    }),
    reads: ['sources', 'citations'],
  }),
  /** One source; `reveal` shows a protected one whole, and the audit chain keeps that it was looked at. */
  'sources.get': query({
    input: z.strictObject({ id: idSchema, reveal: z.boolean().default(false) }),
    output: caseSourceSchema.omit({ number: true }).extend({
      citedIn: z.array(z.strictObject({ caseId: idSchema, reference: z.string(), name: z.string(), citations: z.int() })),
    }),
    reads: ['sources', 'citations', 'case_files', 'persons'],
  }),
  'sources.create': createCall('sources'),
  'sources.update': updateCall('sources'),
  'sources.bin': binCall('sources'),
  'sources.restore': restoreCall('sources'),

  'citations.create': createCall('citations'),
  'citations.update': updateCall('citations'),
  'citations.bin': binCall('citations'),
  'citations.restore': restoreCall('citations'),

  'competingValues.create': createCall('competing_values'),
  'competingValues.update': updateCall('competing_values'),
  'competingValues.bin': binCall('competing_values'),
  'competingValues.restore': restoreCall('competing_values'),
  /** The contested value becomes the current one and the other way round, each keeping its reason and citations. */
  'competingValues.adopt': command({
    input: z.strictObject({ id: idSchema, baseRevision: z.int().min(0), reason: z.string().max(1000).nullable().default(null) }),
    output: writtenSchema,
    writes: [...ofCase, ...written],
  }),

  /** Searches that were kept, by name. */
  'savedSearches.list': query({
    input: z.strictObject({}),
    output: z.strictObject({ searches: z.array(recordOutputSchema('saved_searches')) }),
    reads: ['saved_searches'],
  }),
  'savedSearches.create': createCall('saved_searches'),
  'savedSearches.update': updateCall('saved_searches'),
  'savedSearches.bin': binCall('saved_searches'),
  'savedSearches.restore': restoreCall('saved_searches'),

  'search.cases': query({
    input: z.strictObject({
      query: z.string().max(400),
      filter: caseFilterSchema.default({}),
      /** `best`: names first, then by how well the text fits. */
      sort: z.union([z.literal('best'), caseSortSchema]).default('best'),
      today: todaySchema.optional(),
      /** How many of the first hits come with their snippets. */
      snippets: z.int().min(0).max(50).default(12),
      /** Whether to count all hits (costs time on a short prefix); else `total` is null when there are more. */
      count: z.boolean().default(true),
      ...page,
    }),
    output: z.strictObject({ total: z.int().nullable(), hits: z.array(caseListRowSchema.extend({ snippets: z.array(snippetSchema) })) }),
    reads: ofCase,
  }),
  'search.snippets': query({
    input: z.strictObject({ query: z.string().max(400), ids: z.array(idSchema).max(50) }),
    output: z.strictObject({ snippets: z.array(z.strictObject({ id: idSchema, snippets: z.array(snippetSchema) })) }),
    reads: ofCase,
  }),
  /** How many case files each filter would leave, under the query and the other filters. */
  'search.facets': query({
    input: z.strictObject({
      query: z.string().max(400).default(''),
      filter: caseFilterSchema.default({}),
      today: todaySchema.optional(),
      /** From how many days without a change a case file counts as stale. */
      staleDays: z.int().min(1).max(3660).default(30),
    }),
    output: z.strictObject({
      total: z.int(),
      statusGroups: z.array(z.strictObject({ group: custodyGroupSchema, count: z.int() })),
      statuses: z.array(z.strictObject({ status: z.string(), count: z.int() })),
      places: z.array(z.strictObject({ place: z.string(), count: z.int() })),
      forces: z.array(z.strictObject({ force: z.string(), count: z.int() })),
      caseworkers: z.array(z.strictObject({ id: idSchema, name: z.string(), count: z.int() })),
      tags: z.array(z.strictObject({ tag: z.string(), count: z.int() })),
      /** By the year in which an arrest may have begun, newest first; those without a date are left out. */
      arrestYears: z.array(z.strictObject({ year: z.int(), count: z.int() })),
      unsourced: z.int(),
      stale: z.int(),
      whereaboutsUnknown: z.int(),
    }),
    reads: ofCase,
  }),
}
