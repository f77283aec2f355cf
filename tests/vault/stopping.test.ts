import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'

import { createHandlers } from '../../electron/casework/index.ts'
import { createDispatcher } from '../../electron/vault/index.ts'
import type { Dispatcher } from '../../electron/vault/index.ts'
import { vaultFiles } from '../../electron/vault/files.ts'
import { newVault, otherPassphrase, passphrase, temporaryFolder } from './support.ts'

// The key derivation is not what these are about.
vi.mock('@node-rs/argon2', () => import('../faults/quick-argon2.ts'))

const token = 'place-0123456789abcdefghijklmn'
const opened: Dispatcher[] = []
afterEach(async () => {
  for (const dispatcher of opened.splice(0)) await dispatcher.close()
})

/** The vault's calls as they are, and one more that is not done before it is let go on. */
async function withSlowCall() {
  const vault = await newVault()
  const slow = Promise.withResolvers<void>()
  const dispatcher = createDispatcher({
    createHandlers: (open) => ({
      ...createHandlers(open),
      'caseworkers.list': async () => {
        await slow.promise
        return { caseworkers: [] }
      },
    }),
  })
  opened.push(dispatcher)
  dispatcher.adopt(vault)
  const person = await dispatcher.dispatch('cases.create', { person: { name: 'Petra Ejemplo' } })
  if (!person.ok) throw new Error(person.error.code)
  const caseId = (person.value as { id: string }).id
  return { vault, dispatcher, caseId, letGo: slow.resolve, occupied: dispatcher.dispatch('caseworkers.list', {}) }
}

const cancelled = { ok: false, error: { code: 'cancelled', params: {} } }

describe('Rules 6, 4 and 22: what waits for its turn in the vault process can be stopped there', () => {
  test('a new key: it is not made, and the header is as it was', async () => {
    const { vault, dispatcher, letGo, occupied } = await withSlowCall()
    const headers = () => vaultFiles(vault.folder).headers.map((file) => readFileSync(file, 'utf8'))
    const before = headers()
    const rekey = dispatcher.dispatch('keys.rekey', { current: passphrase, keep: [] })
    expect(await dispatcher.dispatch('keys.cancelRekey', {})).toEqual({ ok: true, value: {} })
    letGo()
    expect(await occupied).toMatchObject({ ok: true })
    expect(await rekey).toEqual(cancelled)
    expect(headers()).toEqual(before)
    expect(readdirSync(vault.folder).filter((name) => name.startsWith('rekey'))).toEqual([])
    // It was stopped once; asked for again, it is wanted again.
    expect(await dispatcher.dispatch('keys.rekey', { current: passphrase, keep: [] })).toMatchObject({ ok: true })
    expect(headers()).not.toEqual(before)
  })

  test('a travel copy: nothing stands at its place', async () => {
    const { dispatcher, caseId, letGo } = await withSlowCall()
    const folder = temporaryFolder()
    const input = {
      caseIds: [caseId],
      place: token,
      title: 'Geneva',
      caseworkerName: 'T',
      passphrase: otherPassphrase,
      leaveProtected: true,
    }
    const make = (): ReturnType<Dispatcher['dispatch']> =>
      dispatcher.dispatch('travel.make', input, { [token]: join(folder, 'Travel.habeas') })
    const waiting = make()
    dispatcher.stop('travel')
    letGo()
    expect(await waiting).toEqual(cancelled)
    expect(readdirSync(folder)).toEqual([])
    expect(await make()).toMatchObject({ ok: true, value: { caseFiles: 1 } })
    expect(readdirSync(folder)).toEqual(['Travel.habeas'])
  })

  test('a look at a damaged vault, behind another', async () => {
    const vault = await newVault()
    vault.close()
    const dispatcher = createDispatcher({ createHandlers })
    opened.push(dispatcher)
    const look = (): ReturnType<Dispatcher['dispatch']> =>
      dispatcher.dispatch('rescue.examine', { place: token, passphrase }, { [token]: vault.folder })
    const both = [look(), look()]
    await dispatcher.dispatch('rescue.cancel', {})
    expect(await Promise.all(both)).toEqual([cancelled, cancelled])
    expect(await look()).toMatchObject({ ok: true })
  })
})
