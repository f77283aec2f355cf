import { z } from 'zod'

import { command, query } from './declaration.ts'
import { idSchema } from './field-kinds.ts'
import { passphraseSchema, tokenSchema, vaultLineSchema } from './vault-calls.ts'

const chosen = { caseIds: z.array(idSchema).min(1).max(5000) }

/** What goes along: nothing of it says whose. */
export const travelCountsSchema = z.strictObject({
  caseFiles: z.int(),
  persons: z.int(),
  sources: z.int(),
  /** Of these, protected ones. */
  protectedSources: z.int(),
  citations: z.int(),
})

export const travelCalls = {
  'travel.preview': query({
    input: z.strictObject(chosen),
    output: travelCountsSchema,
    reads: ['persons', 'case_files', 'sources', 'citations'],
  }),
  /**
   * Writes the chosen case files, with the persons, sources and citations that hang on them, into a new vault with a key, a
   * passphrase and ids of its own: without history, bin, drafts, saved searches, other people's slots or backups.
   */
  'travel.make': command({
    input: z.strictObject({
      ...chosen,
      place: tokenSchema,
      title: vaultLineSchema,
      caseworkerName: vaultLineSchema,
      passphrase: passphraseSchema,
      /** Of protected sources go their code names alone, and nothing that was taken out of them. */
      leaveProtected: z.boolean().default(true),
    }),
    output: travelCountsSchema,
    writes: ['audit_entries'],
  }),
  /** Stops a travel copy; the call that waits for it answers `cancelled`, and nothing of it stays. */
  'travel.cancel': command({ where: 'app', input: z.strictObject({}), output: z.strictObject({}) }),
}
