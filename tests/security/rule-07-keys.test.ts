import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'

import { createHandlers } from '../../electron/casework/index.ts'
import type { CallInput, CallName, CallOutput } from '../../electron/contract/index.ts'
import { createDispatcher } from '../../electron/vault/index.ts'
import type { Dispatcher } from '../../electron/vault/index.ts'
import { addPerson, copyOf, names, newVault, open, otherPassphrase, passphrase, temporaryFolder } from '../vault/support.ts'

// Argon2id has its own tests; here it is who may do what.
vi.mock('@node-rs/argon2', () => import('../faults/quick-argon2.ts'))

const place = 'place-0123456789abcdefghijklmn'
const newPassphrase = 'thistle anvil ribbon falcon mustard quay'

/** The dispatcher as main asks it, with one folder behind the token. */
function seat(folder: string) {
  const dispatcher: Dispatcher = createDispatcher({ createHandlers })
  const answer = (call: CallName, input: unknown) => dispatcher.dispatch(call, input, { [place]: folder })
  return {
    dispatcher,
    async call<C extends CallName>(call: C, input: CallInput<C>): Promise<CallOutput<C>> {
      const answered = await answer(call, input)
      if (!answered.ok) throw new Error(`${call}: ${JSON.stringify(answered.error)}`)
      return answered.value as CallOutput<C>
    },
    /** Code and reason of a refusal. */
    async refused<C extends CallName>(call: C, input: CallInput<C>): Promise<string> {
      const answered = await answer(call, input)
      return answered.ok
        ? 'answered'
        : [answered.error.code, answered.error.params['reason']].filter((word) => word !== undefined).join(' ')
    },
  }
}

async function officeVault(): Promise<string> {
  const vault = await newVault(join(temporaryFolder(), 'Office.habeas'))
  addPerson(vault, 'First person')
  vault.close()
  return vault.folder
}

async function openSeat(folder: string, words = passphrase) {
  const found = seat(folder)
  await found.call('vault.unlock', { place, passphrase: words })
  return found
}

describe('Rule 7: the drill', () => {
  test('forgotten passphrase, two of five cards, new passphrase: nothing is lost, and the old one opens nothing', async () => {
    const folder = await officeVault()
    const before = await openSeat(folder)
    const { cards, id } = await before.call('keys.makeShares', { current: passphrase })
    expect(cards).toHaveLength(5)
    const listed = async () => (await before.call('keys.list', {})).slots.find((slot) => slot.id === id)
    expect(await listed()).toMatchObject({ kind: 'recovery_shares', tried: false, shares: { needed: 2, total: 5 } })
    // Tried before it is trusted.
    await before.call('keys.try', { shares: [cards[0]?.text ?? '', cards[2]?.words.join(' ') ?? ''] })
    expect(await listed()).toMatchObject({ tried: true })
    await before.dispatcher.close()

    const after = seat(folder)
    const shares = [cards[4]?.words.join(' ') ?? '', cards[1]?.text ?? '']
    expect((await after.call('keys.readShares', { shares: shares.slice(0, 1) })).enough).toBe(false)
    expect(await after.call('keys.readShares', { shares })).toMatchObject({ enough: true, needed: 2 })
    expect(await after.call('keys.whose', { place, shares })).toMatchObject({ caseworkers: [{ name: 'Test caseworker' }] })
    expect(await after.refused('keys.recover', { place, shares: shares.slice(0, 1), passphrase: newPassphrase })).toBe(
      'recovery_refused too_few',
    )
    expect(await after.refused('keys.recover', { place, shares, passphrase: 'password' })).toMatch(/^weak_passphrase/)
    const info = await after.call('keys.recover', { place, shares, passphrase: newPassphrase })
    expect(info.caseworker.name).toBe('Test caseworker')
    const vault = after.dispatcher.vault()
    expect(vault === undefined ? [] : names(vault)).toEqual(['First person'])
    expect((await after.call('keys.list', {})).olderKeys).toBe(true)
    expect((await after.call('vault.verify', {})).sound).toBe(true)
    await after.dispatcher.close()

    expect(await seat(folder).refused('vault.unlock', { place, passphrase })).toBe('wrong_passphrase')
    const later = await openSeat(folder, newPassphrase)
    await later.dispatcher.close()
  })

  test('a recovery code does the same, however it is typed, and says in which group it is mistyped', async () => {
    const folder = await officeVault()
    const before = await openSeat(folder)
    const { code } = await before.call('keys.makeRecoveryCode', { current: passphrase })
    await before.dispatcher.close()
    const after = seat(folder)
    const wrong = code.replace(/^./, (digit) => (digit === '7' ? 'K' : '7'))
    const refused = await after.dispatcher.dispatch('keys.recover', { place, code: wrong, passphrase: newPassphrase }, { [place]: folder })
    expect(refused).toEqual({ ok: false, error: { code: 'recovery_refused', params: { reason: 'mistyped', group: 1 } } })
    await after.call('keys.recover', { place, code: code.toLowerCase().replaceAll('-', ' '), passphrase: newPassphrase })
    expect((await after.call('keys.list', {})).slots.map(({ kind, tried }) => [kind, tried])).toEqual([
      ['passphrase', true],
      ['recovery_code', true],
    ])
    await after.dispatcher.close()
  })

  test('where several have a passphrase, one says whose was forgotten, or adds a further person; the others keep theirs', async () => {
    const folder = await officeVault()
    const before = await openSeat(folder)
    const { id } = await before.call('keys.addPassphrase', { current: passphrase, name: 'Colleague', passphrase: otherPassphrase })
    const { code } = await before.call('keys.makeRecoveryCode', { current: passphrase })
    await before.dispatcher.close()
    const [chosen, added] = [seat(folder), seat(copyOf(folder))]
    expect(await chosen.refused('keys.recover', { place, code, passphrase: newPassphrase })).toBe('key_refused choose')
    expect(await chosen.refused('keys.recover', { place, code, passphrase: newPassphrase, name: 'Colleague' })).toBe(
      'key_refused name_taken',
    )
    expect((await chosen.call('keys.recover', { place, code, passphrase: newPassphrase, slotId: id })).caseworker.name).toBe('Colleague')
    await chosen.dispatcher.close()
    expect((await added.call('keys.recover', { place, code, passphrase: newPassphrase, name: 'Third' })).caseworker.name).toBe('Third')
    expect((await added.call('keys.list', {})).slots.filter(({ kind }) => kind === 'passphrase')).toHaveLength(3)
    expect((await added.call('vault.verify', {})).sound).toBe(true)
    await added.dispatcher.close()
    const untouched = await openSeat(folder)
    await untouched.dispatcher.close()
  })
})

describe('Rule 7: keys of a vault', () => {
  test('a colleague’s passphrase opens it under their name, and counts as tried from then on', async () => {
    const folder = await officeVault()
    const office = await openSeat(folder)
    const { id } = await office.call('keys.addPassphrase', { current: passphrase, name: 'Colleague', passphrase: otherPassphrase })
    expect((await office.call('keys.list', {})).slots.at(-1)).toMatchObject({ id, caseworkerName: 'Colleague', own: false, tried: false })
    await office.dispatcher.close()
    const colleague = await openSeat(folder, otherPassphrase)
    expect((await colleague.call('vault.info', {})).caseworker.name).toBe('Colleague')
    expect((await colleague.call('keys.list', {})).slots.find((slot) => slot.id === id)).toMatchObject({ own: true, tried: true })
    await colleague.dispatcher.close()
    // The header says nothing of people, in either copy.
    for (const name of ['header.0.json', 'header.1.json']) expect(readFileSync(join(folder, name), 'utf8')).not.toMatch(/olleague|Test/)
  })

  test('the own one and the last one can’t be withdrawn; any other can, and then opens nothing', async () => {
    const folder = await officeVault()
    const office = await openSeat(folder)
    const own = (await office.call('keys.list', {})).slots[0]?.id ?? ''
    const { id: code } = await office.call('keys.makeRecoveryCode', { current: passphrase })
    expect(await office.refused('keys.revoke', { current: passphrase, id: own })).toBe('key_refused last')
    const { id } = await office.call('keys.addPassphrase', { current: passphrase, name: 'Colleague', passphrase: otherPassphrase })
    expect(await office.refused('keys.revoke', { current: passphrase, id: own })).toBe('key_refused own')
    expect(await office.refused('keys.revoke', { current: otherPassphrase, id })).toBe('wrong_passphrase')
    expect((await office.call('keys.list', {})).olderKeys).toBe(false)
    await office.call('keys.revoke', { current: passphrase, id })
    await office.call('keys.revoke', { current: passphrase, id: code })
    expect(await office.refused('keys.revoke', { current: passphrase, id: code })).toBe('not_found')
    expect(await office.call('keys.list', {})).toMatchObject({ olderKeys: true, slots: [{ id: own }] })
    expect(await office.refused('keys.try', { passphrase: otherPassphrase })).toBe('wrong_passphrase')
    // The caseworker stays: what they wrote names them. The name is free for a new key.
    expect((await office.call('caseworkers.list', {})).caseworkers.map(({ name }) => name)).toContain('Colleague')
    await office.call('keys.addPassphrase', { current: passphrase, name: 'Colleague', passphrase: otherPassphrase })
    expect((await office.call('caseworkers.list', {})).caseworkers).toHaveLength(2)
    expect((await office.call('vault.verify', {})).sound).toBe(true)
    await office.dispatcher.close()
  })

  test('only who knows the passphrase that opened it changes a key, only to a strong one, and eight passphrases are enough', async () => {
    const office = await openSeat(await officeVault())
    expect(await office.refused('keys.makeRecoveryCode', { current: otherPassphrase })).toBe('wrong_passphrase')
    expect(await office.refused('keys.makeShares', { current: otherPassphrase })).toBe('wrong_passphrase')
    expect(await office.refused('keys.addPassphrase', { current: passphrase, name: 'Colleague', passphrase: 'summer2026' })).toMatch(
      /^weak/,
    )
    expect(await office.refused('keys.addPassphrase', { current: passphrase, name: 'Test caseworker', passphrase: otherPassphrase })).toBe(
      'key_refused name_taken',
    )
    for (let person = 2; person <= 8; person += 1)
      await office.call('keys.addPassphrase', { current: passphrase, name: `Person ${person}`, passphrase: `${otherPassphrase} ${person}` })
    expect(await office.refused('keys.addPassphrase', { current: passphrase, name: 'Ninth', passphrase: otherPassphrase })).toBe(
      'key_refused full',
    )
    for (let code = 9; code <= 16; code += 1) await office.call('keys.makeRecoveryCode', { current: passphrase })
    expect(await office.refused('keys.makeShares', { current: passphrase })).toBe('key_refused full')
    await office.dispatcher.close()
  })

  test('each change stands in the audit chain by kind and slot, without a name or a secret', async () => {
    const folder = await officeVault()
    const office = await openSeat(folder)
    const { id } = await office.call('keys.addPassphrase', { current: passphrase, name: 'Colleague', passphrase: otherPassphrase })
    const { id: code } = await office.call('keys.makeRecoveryCode', { current: passphrase })
    await office.call('keys.try', { passphrase: otherPassphrase })
    await office.call('keys.revoke', { current: passphrase, id: code })
    await office.call('vault.changePassphrase', { current: passphrase, next: newPassphrase })
    await office.call('keys.rekey', { current: newPassphrase, keep: [{ id, passphrase: otherPassphrase }] })
    const entries = office.dispatcher
      .vault()
      ?.db.prepare("SELECT kind, details FROM audit_entries WHERE kind LIKE 'keys.%' OR kind LIKE 'pass%' ORDER BY seq")
      .all()
    const own = office.dispatcher.vault()?.slotId
    expect(entries).toEqual([
      { kind: 'keys.added', details: JSON.stringify({ kind: 'passphrase', slot: id }) },
      { kind: 'keys.added', details: JSON.stringify({ kind: 'recovery_code', slot: code }) },
      { kind: 'keys.tried', details: JSON.stringify({ kind: 'passphrase', slot: id }) },
      { kind: 'keys.revoked', details: JSON.stringify({ kind: 'recovery_code', slot: code }) },
      { kind: 'passphrase.changed', details: JSON.stringify({ slot: own }) },
      { kind: 'keys.rekeyed', details: '{"kept":2,"ended":0}' },
    ])
    expect(JSON.stringify(entries)).not.toMatch(/olleague|marble|granite|thistle/)
    // The seat goes on with the vault under its new key.
    expect(await office.call('keys.list', {})).toMatchObject({ olderKeys: false })
    expect((await office.call('vault.verify', {})).sound).toBe(true)
    await office.dispatcher.close()
    const later = await open(folder, newPassphrase)
    later.close()
  })

  test('a key whose header was written and whose row was not, as a crash between the two leaves it, is made whole', async () => {
    const folder = await officeVault()
    const office = await openSeat(folder)
    await office.call('keys.addPassphrase', { current: passphrase, name: 'Colleague', passphrase: otherPassphrase })
    const vault = office.dispatcher.vault()
    vault?.write({ kind: 'test' }, ({ touch }) => {
      const uuid = String(vault.db.prepare("SELECT uuid FROM caseworkers WHERE name = 'Colleague'").pluck().get())
      vault.db.prepare('DELETE FROM caseworkers WHERE uuid = ?').run(uuid)
      touch('caseworkers', uuid)
    })
    await office.dispatcher.close()
    const colleague = await openSeat(folder, otherPassphrase)
    expect((await colleague.call('vault.info', {})).caseworker.name).toBe('Colleague')
    expect((await colleague.call('vault.verify', {})).sound).toBe(true)
    await colleague.dispatcher.close()
  })
})
