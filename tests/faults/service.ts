import { createHash } from 'node:crypto'

import { createHandlers } from '../../electron/casework/index.ts'
import { searchChecks } from '../../electron/casework/search/check-index.ts'
import type { Answer, CallError, CallInput, CallName, CallOutput } from '../../electron/contract/index.ts'
import { createDispatcher } from '../../electron/vault/dispatch.ts'
import { openDrafts } from '../../electron/vault/drafts-store.ts'
import type { DraftsStore } from '../../electron/vault/drafts-store.ts'
import { createVault, openVault, smallMachineKdf, verifyVault } from '../../electron/vault/index.ts'
import type { Vault, Verification } from '../../electron/vault/index.ts'
import { rekeyVault } from '../../electron/vault/rekey.ts'
import { subKey } from '../../electron/vault/secrets.ts'
import { secretsOf } from '../../electron/vault/vault.ts'

export const firstPassphrase = 'marble ocelot twelve lantern copper willow'
export const secondPassphrase = 'granite heron eleven candle silver poplar'
export const today = '2026-11-23'

/** A refusal of the program, by its code: what a caller would be told. */
export class Refused extends Error {
  readonly error: CallError
  constructor(error: CallError) {
    super(`${error.code} ${JSON.stringify(error.params)}`)
    this.error = error
  }
}

/** The real services over one vault, as the vault's processes put them together: dispatcher, casework, drafts. */
export type Service = {
  vault: Vault
  drafts: DraftsStore
  call: <C extends CallName>(name: C, input: CallInput<C>) => Promise<CallOutput<C>>
  verify: () => Verification
  close: () => Promise<void>
}

/** Starts the services over an open vault. Where they can't start, the vault is closed. */
export function serve(vault: Vault): Service {
  const dispatcher = createDispatcher({
    createHandlers: (opened) => createHandlers(opened, { today: () => today }),
    checks: searchChecks,
  })
  let drafts: DraftsStore
  try {
    dispatcher.adopt(vault)
    drafts = openDraftsOf(vault)
  } catch (error) {
    vault.close()
    throw error
  }
  return {
    vault,
    drafts,
    async call(name, input) {
      const answer = (await dispatcher.dispatch(name, input)) as Answer<never>
      if (!answer.ok) throw new Refused(answer.error)
      return answer.value
    },
    verify: () => verifyVault(vault, { checks: searchChecks }),
    async close() {
      drafts.close()
      await dispatcher.close()
    },
  }
}

export function openDraftsOf(vault: Vault): DraftsStore {
  const { dataKey, unlocked } = secretsOf(vault)
  return openDrafts(vault.folder, subKey(dataKey, unlocked.header.vaultId, 'drafts'))
}

export const makeVault = (folder: string, migrations?: string): Promise<Vault> =>
  createVault(folder, {
    passphrase: firstPassphrase,
    title: 'Test office',
    caseworkerName: 'Test caseworker',
    kdf: smallMachineKdf,
    ...(migrations === undefined ? {} : { migrations }),
  })

/** Gives the vault of a service a new data key, as main does it: the drafts are closed first. The vault is under the new key in the answer. */
export async function rekeyed(service: Pick<Service, 'vault' | 'drafts'>, current = firstPassphrase): Promise<Vault> {
  service.drafts.close()
  return (await rekeyVault(service.vault, { current, kdf: smallMachineKdf })).vault
}

export const unlock = (folder: string, passphrase = firstPassphrase): Promise<Vault> => openVault(folder, { passphrase })

/** Derived from other tables, shipped with the program, or kept by the audit chain itself. */
const notWritten =
  /^(?:sqlite_|case_search|case_fragments|case_index|case_texts|name_index|case_tags|custody_spans|custody_days|source_texts|derived_state|schema_migrations|audit_|terms$|term_labels$)/

/** All that people wrote in a vault, in one hash. Empty columns and tables count for nothing, so that a migration leaves it. */
export function recordsHash({ db }: Pick<Vault, 'db'>, without: readonly string[] = []): string {
  const tables = db
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    .pluck()
    .all()
    .filter((name) => !notWritten.test(name) && !without.includes(name))
  const hash = createHash('sha256')
  for (const table of tables) {
    for (const row of db.prepare<[], Record<string, unknown>>(`SELECT * FROM "${table}" ORDER BY 1, 2`).iterate()) {
      // What is known of backups is noted when one is made, which opening an older vault does by itself.
      if (table === 'vault_settings' && row['key'] === 'backups') continue
      const filled = Object.entries(row).filter(([, value]) => value !== null)
      hash.update(`${table} ${JSON.stringify(filled)}\n`)
    }
  }
  return hash.digest('hex').slice(0, 24)
}

export const draftsHash = (drafts: DraftsStore): string =>
  createHash('sha256').update(JSON.stringify(drafts.list())).digest('hex').slice(0, 24)

/** What the drafts say, without their times; with what a put or a clear is about to make of them. */
export function typedHash(drafts: DraftsStore, { put, clear }: { put?: { key: string; value: string }; clear?: string } = {}): string {
  const texts = new Map(drafts.list().map(({ key, value }) => [key, value]))
  if (put !== undefined) texts.set(put.key, put.value)
  if (clear !== undefined) texts.delete(clear)
  const sorted = [...texts].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256').update(JSON.stringify(sorted)).digest('hex').slice(0, 24)
}

/** Where the audit chain ends. */
export function chainEnd(vault: Vault): { seq: number; hash: string } {
  const last = secretsOf(vault).writer.chain.last()
  return { seq: last?.seq ?? 0, hash: last?.hash.toString('hex') ?? '' }
}

/** The hash of an entry, to see that it is still there. */
export const chainAt = (vault: Vault, seq: number): string | undefined => secretsOf(vault).writer.chain.at(seq)?.hash.toString('hex')
