import { tableNames } from '../contract/index.ts'
import type { CallOutput, CallRequest, CallsOf } from '../contract/index.ts'
import { backupState, forgetSecondPlace, listBackups } from './backup-handlers.ts'
import type { DispatcherParts, Grants } from './dispatch.ts'
import { VaultError } from './errors.ts'
import { describeKdf } from './header.ts'
import { applyWorkRecord, runLongWork } from './long-work.ts'
import { createVault, openVault } from './open.ts'
import { changePassphrase } from './key-changes.ts'
import { passphraseStrength, suggestPassphrase } from './strength.ts'
import { secretsOf } from './vault.ts'
import type { Vault } from './vault.ts'

/** The calls that this folder answers itself. */
export type OwnCall = Extract<CallsOf<'vault'>, `vault.${string}` | `backups.${string}`>

type OwnHandlers = { [C in OwnCall]: (input: CallRequest<C>, grants: Grants) => CallOutput<C> | Promise<CallOutput<C>> }
type Parts = Omit<DispatcherParts, 'createHandlers'> & { vault: () => Vault | undefined; adopt: (vault: Vault) => void }

/** What `vault.info` answers about an open vault. */
export function describeVault(vault: Vault): CallOutput<'vault.info'> {
  const { title, createdAt, schemaVersion } = vault.info
  const { uuid, name } = vault.caseworker
  const { header, slot } = secretsOf(vault).unlocked
  const counts = Object.fromEntries(tableNames.map((table) => [table, countOf(vault, table)]))
  return {
    title,
    createdAt,
    schemaVersion,
    readOnly: vault.readOnly,
    damaged: vault.damaged,
    caseworker: { id: uuid, name },
    fingerprint: vault.fingerprint(),
    counts: counts as CallOutput<'vault.info'>['counts'],
    cipher: header.cipher,
    kdf: describeKdf(slot.kdf),
  }
}

/** Of a damaged vault the rows that can be counted; nothing is shown of it as if it were the whole number. */
function countOf(vault: Vault, table: string): number {
  try {
    return Number(vault.db.prepare(`SELECT count(*) FROM "${table}"`).pluck().get())
  } catch (error) {
    if (!vault.damaged) throw error
    return 0
  }
}

/** Handlers of the `vault.*` calls. */
export function createVaultHandlers({ vault, adopt, fillDemonstration, checks = [], onProgress = () => undefined }: Parts): OwnHandlers {
  const opened = (): Vault => {
    const current = vault()
    if (current === undefined) throw new VaultError('locked')
    return current
  }
  const refuseOpen = (): void => {
    if (vault() !== undefined) throw new VaultError('already_unlocked')
  }
  const longWork = async (call: 'vault.verify' | 'backups.make' | 'backups.verify', input: unknown): Promise<unknown> => {
    const { value, record } = await runLongWork(
      opened(),
      { call, input },
      { checks, onProgress: (work, share) => onProgress({ work, share }) },
    )
    applyWorkRecord(opened(), record)
    return value
  }
  return {
    'vault.create': async ({ place, title, caseworkerName, passphrase, language, demonstration }, grants) => {
      refuseOpen()
      if (demonstration && fillDemonstration === undefined)
        throw new VaultError('invalid_input', { path: 'demonstration', reason: 'not_here' })
      onProgress({ work: 'create', share: null })
      const created = await createVault(granted(place, grants), { passphrase, title, caseworkerName })
      try {
        if (demonstration) await fillDemonstration?.(created, language)
      } catch (error) {
        // A refused call leaves the app locked, and so must it leave the vault.
        created.close()
        throw error
      }
      adopt(created)
      return describeVault(created)
    },
    'vault.unlock': async ({ place, passphrase }, grants) => {
      refuseOpen()
      const unlocked = await openVault(granted(place, grants), { passphrase, onProgress: (share) => onProgress({ work: 'unlock', share }) })
      try {
        adopt(unlocked)
      } catch (error) {
        unlocked.close()
        throw error
      }
      return describeVault(unlocked)
    },
    'vault.info': () => describeVault(opened()),
    'vault.changePassphrase': async ({ current, next }) => {
      onProgress({ work: 'passphrase', share: null })
      await changePassphrase(opened(), { current, next })
      return {}
    },
    'vault.checkPassphrase': ({ passphrase, related }) => passphraseStrength(passphrase, related),
    'vault.suggestPassphrase': ({ language }) => ({ passphrase: suggestPassphrase(language) }),
    // Long work: in the app a process of its own does it, and these handlers are the command line's.
    'vault.verify': async () => (await longWork('vault.verify', {})) as CallOutput<'vault.verify'>,
    'backups.make': async () => (await longWork('backups.make', {})) as CallOutput<'backups.make'>,
    'backups.verify': async (input) => (await longWork('backups.verify', input)) as CallOutput<'backups.verify'>,
    'backups.state': () => backupState(opened()),
    'backups.list': () => listBackups(opened()),
    'backups.forgetPlace': () => forgetSecondPlace(opened()),
  }
}

/** The folder behind a token; a token that nobody granted opens nothing. */
export function granted(place: string, grants: Grants): string {
  const folder = Object.hasOwn(grants, place) ? grants[place] : undefined
  if (folder === undefined) throw new VaultError('invalid_input', { path: 'place', reason: 'not_granted' })
  return folder
}
