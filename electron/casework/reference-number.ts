import type { Vault } from '../vault/index.ts'
import type { Connection } from '../vault/pragmas.ts'
import { setting } from '../vault/vault.ts'
import { run, single } from './prepare.ts'
import { refuseField } from './refusals.ts'
import { once } from './search/once.ts'

/** The prefix of a vault whose office has chosen none. */
const defaultPrefix = 'HAB'

/** Chooses what the references of new case files begin with; those that are there keep theirs. */
export function chooseReferencePrefix(vault: Vault, prefix: string): void {
  vault.write({ kind: 'office.referencePrefix' }, ({ touch }) => {
    run(
      vault.db,
      "INSERT INTO vault_settings (key, value) VALUES ('reference_prefix', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
      prefix,
    )
    touch('vault_settings', 'reference_prefix')
  })
}

const reached = once((_db: Connection) => new Map<string, number>())

/** The next free reference: prefix, year, counter (`HAB-2026-0001`). Case files in the bin keep theirs. */
export function nextReference(db: Connection, year: string): string {
  const chosen = setting(db, 'reference_prefix')
  const stem = `${chosen === '' ? defaultPrefix : chosen}-${year}-`
  const last =
    reached(db).get(stem) ??
    single<number>(
      db,
      'SELECT max(CAST(substr(reference, ?) AS INTEGER)) FROM case_files WHERE reference >= ? AND reference < ?',
      stem.length + 1,
      stem,
      `${stem}:`,
    ) ??
    0
  let counter = last + 1
  const made = (): string => `${stem}${String(counter).padStart(4, '0')}`
  while (isTaken(db, made())) counter += 1
  reached(db).set(stem, counter)
  return made()
}

export const isTaken = (db: Connection, reference: string): boolean =>
  single(db, 'SELECT 1 FROM case_files WHERE reference = ?', reference) !== undefined

/** Refuses an empty reference, and one that another case file has. @throws {VaultError} `invalid_input` */
export function checkReferenceFree(db: Connection, reference: unknown, path = 'reference'): void {
  if (typeof reference !== 'string') refuseField(path, 'required')
  else if (isTaken(db, reference)) refuseField(path, 'taken')
}
