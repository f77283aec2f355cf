import { z } from 'zod'

import { query } from './declaration.ts'
import { tokenSchema } from './vault-calls.ts'

const folderFound = {
  found: z.enum(['own', 'synchronised', 'network', 'not_known']),
  /** The service that copies it elsewhere, by its own name. */
  service: z.string().max(200).nullable(),
}

/** What is looked at on this computer, and all that can be found out about each. The page has the words and the advice. */
export const findingSchema = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('disk'), found: z.enum(['encrypted', 'not_encrypted', 'not_known']) }),
  z.strictObject({ what: z.literal('swap'), found: z.enum(['none', 'in_memory', 'encrypted', 'not_encrypted', 'not_known']) }),
  z.strictObject({ what: z.literal('hibernation'), found: z.enum(['off', 'encrypted', 'not_encrypted', 'not_known']) }),
  z.strictObject({ what: z.literal('core_dumps'), found: z.enum(['empty', 'off', 'kept', 'not_known']) }),
  z.strictObject({ what: z.literal('vault_folder'), ...folderFound }),
  /** The second place of backups; left out where none was chosen. */
  z.strictObject({ what: z.literal('backup_folder'), ...folderFound }),
])
export type Finding = z.infer<typeof findingSchema>
export type FindingState = 'good' | 'bad' | 'unknown'

/** Whether a finding is as it should be. */
export function stateOfFinding({ what, found }: Finding): FindingState {
  if (found === 'not_known') return 'unknown'
  // A second place may be anywhere: what lies there is encrypted, and nobody works in it.
  if (what === 'vault_folder' && found !== 'own') return 'bad'
  return found === 'not_encrypted' || found === 'kept' ? 'bad' : 'good'
}

export const computerCalls = {
  /**
   * Looks at what could keep a trace of a vault outside it (security rule 24): the disk that the vault stands on, swap,
   * hibernation, dumps of memory, services that copy its folder elsewhere. Nothing is changed and nothing is sent; what the system doesn't tell is `not_known`.
   */
  'app.checkComputer': query({
    where: 'app',
    whileLocked: true,
    /** The vault's place; null: the open vault, or the folder of documents where none is open. */
    input: z.strictObject({ which: tokenSchema.nullable() }),
    output: z.strictObject({ system: z.enum(['linux', 'windows', 'macos', 'other']), findings: z.array(findingSchema) }),
  }),
}
