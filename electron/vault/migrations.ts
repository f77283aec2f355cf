import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { VaultError, asVaultError } from './errors.ts'
import { rollBack } from './pragmas.ts'
import type { Connection } from './pragmas.ts'

/** One numbered step of the schema. */
export type Migration = { version: number; name: string; sql: string; sha256: string }

const fileName = /^(\d{4})-[a-z0-9-]+\.sql$/

/**
 * The folder of the migrations: beside the bundle (`out/migrations`, from `out/vault/` or `out/cli/`), else the
 * repository's own, when run from source.
 */
export function migrationsFolder(): string {
  const here = dirname(fileURLToPath(import.meta.url))
  const found = [join(here, '..', 'migrations'), join(here, '..', '..', 'migrations')].find((folder) =>
    existsSync(join(folder, 'checksums.json')),
  )
  if (found === undefined) throw new VaultError('internal', { where: 'migrations' })
  return found
}

/**
 * Reads the steps in order and checks each against `checksums.json`: a shipped file never changes.
 * @throws {VaultError} `internal` naming the file that is missing, altered, misnamed or not listed
 */
export function readMigrations(given?: string): Migration[] {
  const folder = given ?? migrationsFolder()
  const checksums: unknown = JSON.parse(readFileSync(join(folder, 'checksums.json'), 'utf8'))
  const listed = new Map(Object.entries(checksums as Record<string, unknown>))
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .toSorted()
  for (const name of listed.keys()) if (!names.includes(name)) throw new VaultError('internal', { where: `migration:${name}` })
  return names.map((name) => {
    // A checkout on Windows may have turned the line ends; the step is the same.
    const sql = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n')
    const sha256 = createHash('sha256').update(sql).digest('hex')
    const version = Number(fileName.exec(name)?.[1])
    if (!Number.isInteger(version) || version % 10 !== 0 || listed.get(name) !== sha256)
      throw new VaultError('internal', { where: `migration:${name}` })
    return { version, name, sql, sha256 }
  })
}

/** What a database says has been done to it. */
export function appliedMigrations(db: Connection): { version: number; name: string; sha256: string }[] {
  const exists = db.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'schema_migrations'").pluck().get() === 1
  if (!exists) return []
  return db
    .prepare<[], { version: number; name: string; sha256: string }>('SELECT version, name, sha256 FROM schema_migrations ORDER BY version')
    .all()
}

/** The steps that a database still needs. @throws {VaultError} `newer_version` where it has had one that is not known here */
export function pendingMigrations(db: Connection, migrations: readonly Migration[]): Migration[] {
  const applied = appliedMigrations(db)
  for (const step of applied) {
    const known = migrations.find(({ version }) => version === step.version)
    if (known === undefined) throw new VaultError('newer_version', { version: step.version })
    if (known.sha256 !== step.sha256) throw new VaultError('internal', { where: `migration:${known.name}` })
  }
  return migrations.filter(({ version }) => !applied.some((step) => step.version === version))
}

export type MigrationHooks = {
  /** Before a step on an existing vault: a copy that was opened and checked, for the case that the step fails. */
  before?: (step: Migration) => void
  /** Inside the step's transaction, after its SQL. */
  within?: (step: Migration) => void
  /** After its commit. */
  after?: (step: Migration) => void
}

/** Applies steps in order, each in its own transaction; a failed one leaves the database as it was before it. */
export function applyMigrations(db: Connection, steps: readonly Migration[], hooks: MigrationHooks = {}): void {
  for (const step of steps) {
    hooks.before?.(step)
    // A step may rebuild a table that others refer to; the references are checked before the commit instead.
    db.pragma('foreign_keys = OFF')
    try {
      db.exec('BEGIN IMMEDIATE')
      db.exec(
        'CREATE TABLE IF NOT EXISTS schema_migrations (version INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL, applied_at INTEGER NOT NULL) STRICT',
      )
      db.exec(step.sql)
      db.prepare('INSERT INTO schema_migrations (version, name, sha256, applied_at) VALUES (?, ?, ?, ?)').run(
        step.version,
        step.name,
        step.sha256,
        Date.now(),
      )
      const broken = db.prepare('SELECT count(*) FROM pragma_foreign_key_check').pluck().get()
      if (broken !== 0) throw new VaultError('internal', { where: `migration:${step.name}` })
      hooks.within?.(step)
      db.exec('COMMIT')
    } catch (error) {
      rollBack(db)
      const known = asVaultError(error, 'database', db.name)
      throw known.code === 'internal' ? new VaultError('internal', { where: `migration:${step.name}` }) : known
    } finally {
      db.pragma('foreign_keys = ON')
    }
    hooks.after?.(step)
  }
}
