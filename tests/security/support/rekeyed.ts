import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'

import { openDrafts } from '../../../electron/vault/drafts-store.ts'
import { smallMachineKdf, verifyVault } from '../../../electron/vault/index.ts'
import type { Vault } from '../../../electron/vault/index.ts'
import { addPassphrase } from '../../../electron/vault/key-changes.ts'
import { rekeyVault } from '../../../electron/vault/rekey.ts'
import { subKey } from '../../../electron/vault/secrets.ts'
import { secretsOf } from '../../../electron/vault/vault.ts'
import { addPerson, names, newVault, open, otherPassphrase, passphrase } from '../../vault/support.ts'

// What is tried here is files and their order; Argon2id has its own tests.

export const full = process.env['FULL'] === '1'
export const headers = ['header.0.json', 'header.1.json']
export const runner = join(import.meta.dirname, 'rekey-runner.ts')
export const quickKdf = join(import.meta.dirname, '../../faults/quick-kdf.ts')
export const draft = { key: 'persons/1/name', value: 'What was being typed', baseRevision: 3 }
export const people = ['First person', 'Second person', 'Third person']

function putDraft(vault: Vault): void {
  const { dataKey } = secretsOf(vault)
  const drafts = openDrafts(vault.folder, subKey(dataKey, vault.info.vaultNumber, 'drafts'))
  drafts.put(draft)
  drafts.close()
}

export const draftsOf = (vault: Vault): string[] => {
  const store = openDrafts(vault.folder, subKey(secretsOf(vault).dataKey, vault.info.vaultNumber, 'drafts'))
  try {
    return store.list().map(({ value }) => value)
  } finally {
    store.close()
  }
}

export const rekey = (vault: Vault, options: Partial<Parameters<typeof rekeyVault>[1]> = {}) =>
  rekeyVault(vault, { current: passphrase, kdf: smallMachineKdf, ...options })

export const keep = (folder: string): Buffer[] => headers.map((name) => readFileSync(join(folder, name)))
export const putBack = (folder: string, kept: readonly Buffer[]): void => {
  for (const [place, name] of headers.entries()) writeFileSync(join(folder, name), kept[place] ?? '')
}

/** Opens a vault that something happened to, and sees that nothing of it is lost. */
export async function seeThatAllIsThere(folder: string, what: string): Promise<boolean> {
  const vault = await open(folder)
  try {
    expect(names(vault), what).toEqual(people)
    expect(draftsOf(vault), what).toEqual([draft.value])
    expect(verifyVault(vault).faults, what).toEqual([])
    expect(
      readdirSync(folder).filter((name) => name.startsWith('rekey.')),
      what,
    ).toEqual([])
    return vault.db.prepare("SELECT count(*) FROM audit_entries WHERE kind = 'keys.rekeyed'").pluck().get() === 1
  } finally {
    vault.close()
  }
}

/** A closed vault of three people, a draft, and a colleague's passphrase. */
export async function wholeVault(): Promise<string> {
  const vault = await newVault()
  for (const name of people) addPerson(vault, name)
  putDraft(vault)
  await addPassphrase(vault, { current: passphrase, name: 'Colleague', passphrase: otherPassphrase })
  vault.close()
  return vault.folder
}
