import { existsSync, openSync, readFileSync, readdirSync, statSync, writeSync, closeSync } from 'node:fs'
import { basename, join } from 'node:path'
import { beforeAll, describe, expect, test, vi } from 'vitest'

import { openDrafts } from '../../electron/vault/drafts-store.ts'
import { unlockHeader } from '../../electron/vault/header.ts'
import { makeBackup, verifyOneBackup } from '../../electron/vault/backups.ts'
import { restoreBackup, smallMachineKdf, verifyVault } from '../../electron/vault/index.ts'
import { changePassphrase, listKeys, makeRecoveryCode, makeShares, revokeKey } from '../../electron/vault/key-changes.ts'
import { checkPages } from '../../electron/vault/pages.ts'
import { recoverVault } from '../../electron/vault/recover.ts'
import { subKey } from '../../electron/vault/secrets.ts'
import { secretsOf } from '../../electron/vault/vault.ts'
import { addPerson, copyOf, names, open, otherPassphrase, passphrase, refusal, temporaryFolder } from '../vault/support.ts'

import { draft, draftsOf, keep, people, putBack, rekey, wholeVault } from './support/rekeyed.ts'

// What is tried here is files and their order; Argon2id has its own tests.
vi.mock('@node-rs/argon2', () => import('../faults/quick-argon2.ts'))

let whole: string
beforeAll(async () => {
  whole = await wholeVault()
})

describe('Rule 6: an old header with its old passphrase', () => {
  test('still opens the vault after its key was withdrawn, which the list of keys says', async () => {
    const folder = copyOf(whole)
    const old = keep(folder)
    const vault = await open(folder)
    const colleague = listKeys(vault).slots.find(({ own }) => !own)
    expect(listKeys(vault).olderKeys).toBe(false)
    await revokeKey(vault, { current: passphrase, id: colleague?.id ?? '' })
    expect(listKeys(vault)).toMatchObject({ olderKeys: true, slots: [{ own: true }] })
    vault.close()
    expect(await refusal(open(folder, otherPassphrase))).toBe('wrong_passphrase')
    putBack(folder, old)
    const again = await open(folder, otherPassphrase)
    expect(names(again)).toEqual(people)
    again.close()
  })

  test('opens nothing after a re-key: no file, not one page', async () => {
    const folder = copyOf(whole)
    const old = keep(folder)
    const { dataKey, header } = await unlockHeader(folder, passphrase)
    const { vault, ended } = await rekey(await open(folder))
    expect(ended).toEqual({ passphrases: 1, recoveryCodes: 0, recoveryShares: 0 })
    expect(listKeys(vault)).toMatchObject({ olderKeys: false, slots: [{ own: true, tried: true }] })
    expect(names(vault)).toEqual(people)
    expect(draftsOf(vault)).toEqual([draft.value])
    addPerson(vault, 'Fourth person')
    vault.close()
    for (const [file, purpose] of [
      ['vault.db', 'database'],
      ['drafts.db', 'drafts'],
    ] as const) {
      const { pages, failed } = checkPages(join(folder, file), subKey(dataKey, header.vaultId, purpose))
      expect(failed, file).toHaveLength(pages)
    }
    putBack(folder, old)
    expect(await refusal(open(folder))).toMatch(/^damaged/)
    expect(await refusal(open(folder, otherPassphrase))).toMatch(/^damaged/)
  })

  test('nor does a passphrase that was replaced before', async () => {
    const vault = await open(copyOf(whole))
    const old = keep(vault.folder)
    await changePassphrase(vault, { current: passphrase, next: 'thistle anvil ribbon falcon mustard quay' })
    const { vault: after } = await rekey(vault, { current: 'thistle anvil ribbon falcon mustard quay' })
    after.close()
    putBack(after.folder, old)
    expect(await refusal(open(after.folder))).toMatch(/^damaged/)
  })
})

describe('Rule 6: a re-key', () => {
  test('is stopped at any moment until the new key counts, and the vault is as it was, open', async () => {
    const folder = copyOf(whole)
    const vault = await open(folder)
    const files = readdirSync(folder).toSorted()
    const asked: number[] = []
    await rekey(await open(copyOf(whole)), { isCancelled: () => asked.push(1) === 0 }).then(({ vault: other }) => other.close())
    expect(asked.length).toBeGreaterThan(3)
    for (let moment = 1; moment <= asked.length; moment += 1) {
      let times = 0
      expect(await refusal(rekey(vault, { isCancelled: () => (times += 1) === moment })), `moment ${moment}`).toBe('cancelled')
      expect(readdirSync(folder).toSorted()).toEqual(files)
      expect(names(vault)).toEqual(people)
    }
    addPerson(vault, 'Fourth person')
    expect(verifyVault(vault).faults).toEqual([])
    vault.close()
    const again = await open(folder)
    expect(listKeys(again).slots).toHaveLength(2)
    again.close()
  })

  test('keeps the colleagues whose passphrases were given, ends all other keys, and says so', async () => {
    const vault = await open(copyOf(whole))
    const id = listKeys(vault).slots.find(({ own }) => !own)?.id ?? ''
    const { code } = await makeRecoveryCode(vault, passphrase)
    const { cards } = await makeShares(vault, { current: passphrase, needed: 2, total: 3 })
    const done = await rekey(vault, { keep: [{ id, passphrase: otherPassphrase }] })
    expect(done.ended).toEqual({ passphrases: 0, recoveryCodes: 1, recoveryShares: 1 })
    expect(listKeys(done.vault).slots.map(({ caseworkerName }) => caseworkerName)).toEqual(['Test caseworker', 'Colleague'])
    done.vault.close()
    const theirs = await open(done.vault.folder, otherPassphrase)
    expect(theirs.caseworker.name).toBe('Colleague')
    theirs.close()
    for (const secret of [{ code }, { shares: cards.map(({ text }) => text) }])
      expect(await refusal(recoverVault(done.vault.folder, { secret, passphrase: otherPassphrase }))).toBe('recovery_refused reason=wrong')
  })

  test('changes nothing where a passphrase is wrong', async () => {
    const vault = await open(copyOf(whole))
    const [own, theirs] = listKeys(vault).slots
    const before = readFileSync(join(vault.folder, 'header.0.json'))
    expect(await refusal(rekey(vault, { current: otherPassphrase }))).toBe(`wrong_passphrase slot=${own?.id ?? ''}`)
    expect(await refusal(rekey(vault, { keep: [{ id: theirs?.id ?? '', passphrase }] }))).toBe(`wrong_passphrase slot=${theirs?.id ?? ''}`)
    expect(await refusal(rekey(vault, { keep: [{ id: vault.info.vaultNumber, passphrase }] }))).toBe('not_found what=key')
    expect(readFileSync(join(vault.folder, 'header.0.json'))).toEqual(before)
    addPerson(vault, 'Still open')
    vault.close()
  })

  test('leaves the history verifiable under its old key, twice over, and is part of it', async () => {
    const first = await rekey(await open(copyOf(whole)))
    const second = await rekey(first.vault)
    expect(verifyVault(second.vault).faults).toEqual([])
    expect(second.vault.fingerprint()).toEqual(await fingerprintOf(whole))
    expect(second.vault.db.prepare("SELECT details FROM audit_entries WHERE kind = 'keys.rekeyed' ORDER BY seq").pluck().all()).toEqual([
      '{"kept":1,"ended":1}',
      '{"kept":1,"ended":0}',
    ])
    second.vault.close()
  })

  test('stops at a damaged page, names it, and leaves the vault as it was', async () => {
    const folder = copyOf(whole)
    const vault = await open(folder)
    const file = join(folder, 'vault.db')
    const page = Math.floor(statSync(file).size / 4096) - 1
    const handle = openSync(file, 'r+')
    writeSync(handle, Buffer.from([0xff, 0x00, 0xff]), 0, 3, (page - 1) * 4096 + 100)
    closeSync(handle)
    expect(await refusal(rekey(vault))).toBe(`damaged what=database page=${page}`)
    expect(existsSync(join(folder, 'rekey.building'))).toBe(false)
    vault.close()
  })

  test('waits for nobody who still has the drafts open', async () => {
    const vault = await open(copyOf(whole))
    const store = openDrafts(vault.folder, subKey(secretsOf(vault).dataKey, vault.info.vaultNumber, 'drafts'))
    store.put(draft)
    expect(await refusal(rekey(vault))).toBe('busy')
    store.close()
    const { vault: after } = await rekey(vault)
    after.close()
  })

  test('leaves older backups as they are: counted, opened by the passphrase of their time, and never called damaged', async () => {
    const before = await open(copyOf(whole))
    const { file } = makeBackup(before, 'manual').made
    const done = await rekey(before, { kdf: { ...smallMachineKdf, passes: 11 } })
    expect(done.olderBackups).toBe(1)
    const name = basename(file)
    expect(await refusal(() => void verifyOneBackup(done.vault, { name, place: 'vault' }))).toBe('older_key')
    const place = join(temporaryFolder(), 'Restored.habeas')
    expect(await restoreBackup(file, place, { passphrase })).toMatchObject({ verified: 'whole' })
    // Rotation may now let go of the first.
    const after = makeBackup(done.vault, 'manual').made
    expect(verifyOneBackup(done.vault, { name: basename(after.file), place: 'vault' }).faults).toEqual([])
    await changePassphrase(done.vault, { current: passphrase, next: otherPassphrase })
    done.vault.close()
    const anew = join(temporaryFolder(), 'Anew.habeas')
    expect(await restoreBackup(after.file, anew, { passphrase })).toMatchObject({ verified: 'whole' })
    for (const folder of [place, anew]) {
      const vault = await open(folder)
      expect(names(vault)).toEqual(people)
      vault.close()
    }
  })

  test('tells how far it has come, and never backwards', async () => {
    const shares: number[] = []
    const { vault } = await rekey(await open(copyOf(whole)), { onProgress: (share) => shares.push(share) })
    vault.close()
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    expect(shares.at(-1)).toBe(1)
  })
})

async function fingerprintOf(folder: string) {
  const vault = await open(folder)
  try {
    return vault.fingerprint()
  } finally {
    vault.close()
  }
}
