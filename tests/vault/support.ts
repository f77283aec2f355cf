import { cpSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

import { VaultError, createVault, openVault, smallMachineKdf, uuidv7 } from '../../electron/vault/index.ts'
import type { Vault } from '../../electron/vault/index.ts'

export const passphrase = 'marble ocelot twelve lantern copper willow'
export const otherPassphrase = 'granite heron eleven candle silver poplar'

const folders: string[] = []
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** A new empty folder, gone when the file's tests are over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'habeas-test-'))
  folders.push(folder)
  return folder
}

/** A vault at the floor of small machines, open. */
export const newVault = (folder = join(temporaryFolder(), 'Test.habeas')): Promise<Vault> =>
  createVault(folder, { passphrase, title: 'Test office', caseworkerName: 'Test caseworker', kdf: smallMachineKdf })

/** A closed vault with some people in it. */
export async function closedVault(people = 3): Promise<string> {
  const vault = await newVault()
  for (let n = 1; n <= people; n += 1) addPerson(vault, `Person number ${n}`)
  vault.close()
  return vault.folder
}

/** The same vault again at another place, so that it can be damaged. */
export function copyOf(folder: string): string {
  const copy = join(temporaryFolder(), 'Copy.habeas')
  cpSync(folder, copy, { recursive: true })
  return copy
}

export const open = (folder: string, words = passphrase): Promise<Vault> => openVault(folder, { passphrase: words })

/** One change: a person and the revision that says so. Returns the person's id. */
export function addPerson(vault: Vault, name: string): string {
  const { value } = vault.write({ kind: 'persons.create' }, ({ changeNo, touch }) => {
    const id = uuidv7()
    vault.db
      .prepare('INSERT INTO persons (uuid, kind, name, revision, created_change) VALUES (?, ?, ?, ?, ?)')
      .run(id, 'person', name, changeNo, changeNo)
    vault.db
      .prepare("INSERT INTO revisions (change_no, table_name, row_uuid, field, after_value) VALUES (?, 'persons', ?, 'name', ?)")
      .run(changeNo, id, JSON.stringify(name))
    touch('persons', id)
    return id
  })
  return value
}

export const names = (vault: Vault): string[] => vault.db.prepare<[], string>('SELECT name FROM persons ORDER BY id').pluck().all()

/** What a refused call says: its code, and its params in one line. */
export async function refusal(work: Promise<unknown> | (() => unknown)): Promise<string> {
  try {
    const value = await (typeof work === 'function' ? work() : work)
    // A vault that opened after all holds its lock; the test that follows should not trip over it.
    if (typeof value === 'object' && value !== null && 'close' in value && typeof value.close === 'function') value.close()
    return 'not refused'
  } catch (error) {
    if (!(error instanceof VaultError)) throw error
    const params = Object.entries(error.params).map(([name, value]) => `${name}=${String(value)}`)
    return [error.code, ...params].join(' ')
  }
}

/** Every file under a folder. */
export function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
}

export const isRoot = process.getuid?.() === 0
