import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'

import { verifyVault } from '../../electron/vault/index.ts'
import type { Vault } from '../../electron/vault/index.ts'
import { addPerson, closedVault, copyOf, filesUnder, names, newVault, open, refusal } from './support.ts'

let whole: string
beforeAll(async () => {
  whole = await closedVault()
})

/** Opens a copy, alters its database as somebody with the key could, and says what a full verification finds. */
async function found(alter: (vault: Vault) => void): Promise<string[]> {
  const vault = await open(copyOf(whole))
  vault.db.pragma('foreign_keys = OFF')
  alter(vault)
  const { faults } = verifyVault(vault)
  vault.close()
  return [
    ...new Set(
      faults.map(({ what, params }) =>
        `${what} ${String(params['table'] ?? params['seq'] ?? params['changeNo'] ?? params['check'] ?? params['page'] ?? '')}`.trim(),
      ),
    ),
  ]
}

describe('audit chain (security rule 14)', () => {
  test('a sound vault has no faults, and each thing was really counted', async () => {
    const vault = await open(copyOf(whole))
    const { checked, faults } = verifyVault(vault)
    vault.close()
    expect(faults).toEqual([])
    // Created, opened, three people, opened.
    expect(checked).toMatchObject({ headerCopies: 2, head: 1, auditEntries: 6, changes: 3, rows: 3 + 1 + 3 })
    expect(checked['pages']).toBeGreaterThan(30)
  })

  test.each<[string, (vault: Vault) => void, string]>([
    ['an altered value', ({ db }) => db.exec("UPDATE persons SET name = 'Somebody else' WHERE id = 2"), 'row persons'],
    ['a removed row', ({ db }) => db.exec('DELETE FROM persons WHERE id = 2'), 'row persons'],
    [
      'an inserted row',
      ({ db }) => db.exec("INSERT INTO sources (uuid, title, revision, created_change) VALUES ('s', 'made up', 1, 1)"),
      'row sources',
    ],
    ['an altered setting', ({ db }) => db.exec("UPDATE vault_settings SET value = 'Other' WHERE key = 'title'"), 'row vault_settings'],
    ['an altered history', ({ db }) => db.exec(`UPDATE revisions SET after_value = '"x"' WHERE change_no = 2`), 'history 2'],
    ['an altered entry', ({ db }) => db.exec("UPDATE audit_entries SET kind = 'other' WHERE seq = 4"), 'chain 4'],
    ['an entry taken out', ({ db }) => db.exec('DELETE FROM audit_rows WHERE seq = 4; DELETE FROM audit_entries WHERE seq = 4'), 'chain 4'],
    ['a binding taken out', ({ db }) => db.exec('DELETE FROM audit_rows WHERE seq = 4'), 'chain 4'],
    ['a broken reference', ({ db }) => db.exec('UPDATE change_sets SET undoes = 99 WHERE change_no = 2'), 'database change_sets'],
  ])('%s is found', async (_, alter, expected) => {
    expect(await found(alter)).toContain(expected)
  })

  test('an old row put back, with its old binding, is found', async () => {
    const folder = copyOf(whole)
    const vault = await open(folder)
    const id = addPerson(vault, 'First name')
    const old = vault.db.prepare('SELECT name, revision FROM persons WHERE uuid = ?').get(id)
    vault.write({ kind: 'persons.update' }, ({ changeNo, touch }) => {
      vault.db.prepare("UPDATE persons SET name = 'Second name', revision = ? WHERE uuid = ?").run(changeNo, id)
      touch('persons', id)
    })
    expect(verifyVault(vault).faults).toEqual([])
    vault.db.prepare('UPDATE persons SET name = @name, revision = @revision WHERE uuid = @id').run({ ...(old as object), id })
    expect(verifyVault(vault).faults).toEqual([{ what: 'row', params: { table: 'persons', id } }])
    vault.close()
  })

  test('a flipped page is found by its number, also one that no query reads', async () => {
    const folder = copyOf(whole)
    const file = join(folder, 'vault.db')
    // The last page belongs to a term's label or an index: the opening does not touch it.
    const bytes = readFileSync(file)
    const page = bytes.length / 4096
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 2000) ^ 1, bytes.length - 2000)
    writeFileSync(file, bytes)
    const vault = await open(folder)
    expect(verifyVault(vault).faults).toContainEqual({ what: 'database', params: { page } })
    vault.db.close()
    vault.close()
  })

  test('an entry says who, when and what kind, and no value', async () => {
    const vault = await open(copyOf(whole))
    const entries = vault.db
      .prepare<[], Record<string, unknown>>('SELECT kind, caseworker_id, details FROM audit_entries ORDER BY seq')
      .all()
    expect(entries.map(({ kind }) => kind)).toEqual([
      'vault.created',
      'vault.opened',
      'persons.create',
      'persons.create',
      'persons.create',
      'vault.opened',
    ])
    expect(JSON.stringify(entries)).not.toMatch(/Person number|Test office/)
    expect(entries.every(({ caseworker_id }) => caseworker_id === vault.caseworker.uuid)).toBe(true)
    vault.close()
  })

  test('an audit entry does not advance the number of the change; inside a change it shares its fate', async () => {
    const vault = await newVault()
    addPerson(vault, 'Somebody')
    const before = vault.fingerprint()
    vault.audit('report.made', { template: 'case' })
    expect(vault.fingerprint()).toEqual(before)
    expect(() =>
      vault.write({ kind: 'test' }, () => {
        vault.audit('inside', {})
        throw new Error('no')
      }),
    ).toThrow('no')
    vault.write({ kind: 'test' }, () => vault.audit('inside', {}))
    expect(vault.db.prepare("SELECT count(*) FROM audit_entries WHERE kind = 'inside'").pluck().get()).toBe(1)
    expect(verifyVault(vault).faults).toEqual([])
    vault.close()
  })
})

describe('head outside the database (security rules 3 and 14)', () => {
  test('a crash between commit and head is repaired: the change stands', async () => {
    const folder = copyOf(whole)
    const before = readFileSync(join(folder, 'head.json'))
    const vault = await open(folder)
    addPerson(vault, 'Written before the crash')
    vault.close()
    writeFileSync(join(folder, 'head.json'), before)
    const again = await open(folder)
    expect(names(again)).toContain('Written before the crash')
    expect(verifyVault(again).faults).toEqual([])
    again.close()
  })

  test('an older database under the newer head is a rollback, told with both numbers', async () => {
    const folder = copyOf(whole)
    const vault = await open(folder)
    addPerson(vault, 'Rolled back')
    vault.close()
    cpSync(join(whole, 'vault.db'), join(folder, 'vault.db'))
    expect(await refusal(open(folder))).toBe('rolled_back found=3 expected=4')
  })

  test('a removed write-ahead log is a rollback, not a smaller vault', async () => {
    const folder = copyOf(whole)
    const vault = await open(folder)
    addPerson(vault, 'Only in the log')
    const crashed = copyOf(folder)
    vault.close()
    rmSync(join(crashed, 'vault.db-wal'))
    rmSync(join(crashed, 'vault.db-shm'), { force: true })
    expect(await refusal(open(crashed))).toMatch(/^rolled_back/)
  })

  test('a forged entry beyond the head is damage', async () => {
    const folder = copyOf(whole)
    const head = readFileSync(join(folder, 'head.json'))
    const vault = await open(folder)
    addPerson(vault, 'One')
    vault.db.exec("UPDATE audit_entries SET kind = 'forged' WHERE seq = (SELECT max(seq) FROM audit_entries)")
    vault.close()
    writeFileSync(join(folder, 'head.json'), head)
    expect(await refusal(open(folder))).toBe('damaged what=chain')
  })

  test('a chain that parts from the head is damage', async () => {
    const folder = copyOf(whole)
    const fork = copyOf(whole)
    for (const [place, name] of [
      [folder, 'Here'],
      [fork, 'There'],
    ] as const) {
      const vault = await open(place)
      addPerson(vault, name)
      vault.close()
    }
    cpSync(join(fork, 'vault.db'), join(folder, 'vault.db'))
    expect(await refusal(open(folder))).toBe('damaged what=chain')
  })
})

describe('fingerprint (security rule 15)', () => {
  test('four words that follow the last change, not the openings, and survive closing', async () => {
    const folder = copyOf(whole)
    const vault = await open(folder)
    const first = vault.fingerprint()
    expect(first).toMatchObject({ changeNo: 3, at: expect.any(Number) })
    expect(first.words).toHaveLength(4)
    expect(first.words.join('')).toMatch(/^[a-z]{12,}$/)
    addPerson(vault, 'Another')
    expect(vault.fingerprint().words).not.toEqual(first.words)
    const last = vault.fingerprint()
    vault.close()
    const again = await open(folder)
    expect(again.fingerprint()).toEqual(last)
    again.close()
    expect(filesUnder(folder).length).toBeGreaterThan(5)
  })
})

describe('a change', () => {
  test('is told of once it is durable, and not when it failed', async () => {
    const vault = await newVault()
    const id = addPerson(vault, 'Somebody')
    expect(vault.takeNotice()).toEqual({ changeNo: 1, tables: ['persons', 'change_sets', 'audit_entries'], ids: [id] })
    expect(vault.takeNotice()).toBeUndefined()
    const failing = (work: () => unknown) => () =>
      vault.write({ kind: 'test' }, ({ touch }) => {
        touch('persons', id)
        vault.db.exec("UPDATE persons SET name = 'lost'")
        return work()
      })
    expect(
      failing(() => {
        throw new Error('no')
      }),
    ).toThrow('no')
    expect(failing(() => Promise.resolve())).toThrow(TypeError)
    expect(failing(() => vault.write({ kind: 'inner' }, () => undefined))).toThrow('internal')
    expect(vault.takeNotice()).toBeUndefined()
    expect(names(vault)).toEqual(['Somebody'])
    expect(vault.fingerprint().changeNo).toBe(1)
    vault.close()
  })
})
