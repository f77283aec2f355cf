import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'

import { callNames, calls } from '../../electron/contract/index.ts'
import type { Progress } from '../../electron/contract/index.ts'
import { VaultError, createDispatcher } from '../../electron/vault/index.ts'
import type { CaseworkHandlers, Dispatcher, DispatcherParts } from '../../electron/vault/index.ts'
import { addPerson, newVault, otherPassphrase, passphrase, temporaryFolder } from './support.ts'

const token = 'place-0123456789abcdefghijklmn'
const opened: Dispatcher[] = []
afterEach(async () => {
  for (const dispatcher of opened.splice(0)) await dispatcher.close()
})

/** A dispatcher whose casework is only what the test needs of it. */
function dispatcherWith(handlers: Partial<CaseworkHandlers> = {}, parts: Partial<DispatcherParts> = {}): Dispatcher {
  const dispatcher = createDispatcher({ ...parts, createHandlers: () => handlers as CaseworkHandlers })
  opened.push(dispatcher)
  return dispatcher
}

const unlocked = async (handlers: Partial<CaseworkHandlers> = {}): Promise<Dispatcher> => {
  const dispatcher = dispatcherWith(handlers)
  dispatcher.adopt(await newVault())
  return dispatcher
}

describe('every call goes the same way (security rule 11)', () => {
  test('an unknown name, a name of the app’s own, and tricks with names are no calls', async () => {
    const dispatcher = await unlocked()
    for (const call of ['vault.open', 'toString', '__proto__', '', 'app.lock', 'drafts.put', 'internal.close']) {
      expect(await dispatcher.dispatch(call, {}), call).toEqual({
        ok: false,
        error: { code: 'invalid_input', params: { path: 'call', reason: 'unknown_call' } },
      })
    }
  })

  test('each call that wants an open vault answers `locked`, whatever it is asked', async () => {
    const dispatcher = dispatcherWith()
    const answers = await Promise.all(
      callNames
        .filter((call) => calls[call].where === 'vault' && !calls[call].whileLocked)
        .map(async (call) => ({ call, answer: await dispatcher.dispatch(call, {}) })),
    )
    expect(answers.length).toBeGreaterThan(30)
    for (const { call, answer } of answers) expect(answer.ok ? 'answered' : answer.error.code, call).toMatch(/^(locked|invalid_input)$/)
    expect(await dispatcher.dispatch('vault.info', {})).toEqual({ ok: false, error: { code: 'locked', params: {} } })
  })

  test('a wrong shape is named by its path, and what stood there is not repeated', async () => {
    const dispatcher = await unlocked()
    const secret = 'María del Socorro'
    const answers = [
      await dispatcher.dispatch('vault.suggestPassphrase', { language: secret }),
      await dispatcher.dispatch('vault.suggestPassphrase', { language: 'en', [secret]: 1 }),
      await dispatcher.dispatch('cases.list', { filter: { statusGroups: [secret] } }),
      await dispatcher.dispatch('persons.update', { id: secret, baseRevision: 1, fields: {} }),
    ]
    expect(answers.map((answer) => (answer.ok ? 'answered' : [answer.error.code, answer.error.params['path']]))).toEqual([
      ['invalid_input', 'language'],
      ['invalid_input', ''],
      ['invalid_input', 'filter.statusGroups.0'],
      ['invalid_input', 'id'],
    ])
    expect(JSON.stringify(answers)).not.toContain(secret)
  })

  test('an answer carries what was written; a query’s carries nothing', async () => {
    const id = '01a20a3c-ef78-7c78-be4c-c080b1fec5a9'
    const dispatcher = await unlocked({
      'cases.bin': () => {
        const vault = dispatcher.vault()
        if (vault === undefined) throw new Error('open')
        addPerson(vault, 'One')
        addPerson(vault, 'Two')
        return { id, revision: 2, changeNo: 2 }
      },
      'caseworkers.list': () => ({ caseworkers: [] }),
    })
    const answer = await dispatcher.dispatch('cases.bin', { id })
    expect('change' in answer ? answer.change : answer).toMatchObject({
      changeNo: 2,
      tables: ['persons', 'change_sets', 'audit_entries'],
      ids: [expect.any(String), expect.any(String)],
    })
    expect(await dispatcher.dispatch('caseworkers.list', {})).toEqual({ ok: true, value: { caseworkers: [] } })
  })

  test('an answer of another shape than declared, and a fault of a handler, are internal and say no more than where', async () => {
    const dispatcher = await unlocked({
      'caseworkers.list': () => ({ caseworkers: 'María' }) as never,
      'terms.list': () => {
        throw new Error('María was here')
      },
    })
    expect(await dispatcher.dispatch('caseworkers.list', {})).toEqual({
      ok: false,
      error: { code: 'internal', params: { where: 'caseworkers.list', path: 'caseworkers' } },
    })
    expect(await dispatcher.dispatch('terms.list', {})).toEqual({
      ok: false,
      error: { code: 'internal', params: { where: 'terms.list', at: expect.stringMatching(/^Error dispatch\.test\.ts:\d+$/) } },
    })
  })

  test('a refusal keeps its code and params', async () => {
    const dispatcher = await unlocked({
      'terms.list': () => {
        throw new VaultError('not_found', { what: 'terms' })
      },
    })
    expect(await dispatcher.dispatch('terms.list', {})).toEqual({ ok: false, error: { code: 'not_found', params: { what: 'terms' } } })
  })
})

describe('the vault’s own calls', () => {
  test('create, info, change the passphrase, close, unlock', { timeout: 40_000 }, async () => {
    const folder = join(temporaryFolder(), 'Calls.habeas')
    const progress: Progress[] = []
    const dispatcher = dispatcherWith({}, { onProgress: (step) => progress.push(step) })
    const grants = { [token]: folder }
    const input = { place: token, title: 'Office', caseworkerName: 'Ana', passphrase }
    expect(await dispatcher.dispatch('vault.create', input)).toMatchObject({
      ok: false,
      error: { code: 'invalid_input', params: { path: 'place', reason: 'not_granted' } },
    })
    const created = await dispatcher.dispatch('vault.create', input, grants)
    expect(created).toMatchObject({
      ok: true,
      value: {
        title: 'Office',
        schemaVersion: 20,
        readOnly: false,
        caseworker: { name: 'Ana' },
        fingerprint: { changeNo: 0, at: null },
        counts: { caseworkers: 1, persons: 0, terms: 52 },
        cipher: 'sqlcipher-4',
        kdf: { algorithm: 'argon2id', lanes: 1 },
      },
    })
    expect(await dispatcher.dispatch('vault.create', input, grants)).toMatchObject({ ok: false, error: { code: 'already_unlocked' } })
    expect(await dispatcher.dispatch('vault.changePassphrase', { current: passphrase, next: otherPassphrase })).toEqual({
      ok: true,
      value: {},
    })
    expect(await dispatcher.dispatch('vault.verify', {})).toMatchObject({ ok: true, value: { sound: true, faults: [] } })
    await dispatcher.close()
    expect(await dispatcher.dispatch('vault.create', input, grants)).toMatchObject({ ok: false, error: { code: 'exists' } })
    expect(await dispatcher.dispatch('vault.unlock', { place: token, passphrase }, grants)).toMatchObject({
      ok: false,
      error: { code: 'wrong_passphrase' },
    })
    expect(await dispatcher.dispatch('vault.unlock', { place: token, passphrase: otherPassphrase }, grants)).toMatchObject({
      ok: true,
      value: { title: 'Office' },
    })
    expect(new Set(progress.map(({ work }) => work))).toEqual(new Set(['create', 'passphrase', 'verify', 'unlock']))
  })

  test('a new vault whose demonstration fails leaves nothing open: the call is refused, and the next one can unlock', async () => {
    const dispatcher = dispatcherWith(
      {},
      {
        fillDemonstration: () => {
          throw new VaultError('disk_full')
        },
      },
    )
    const grants = { [token]: join(temporaryFolder(), 'Demonstration.habeas') }
    const input = { place: token, title: 'Office', caseworkerName: 'Ana', passphrase, demonstration: true }
    expect(await dispatcher.dispatch('vault.create', input, grants)).toMatchObject({ ok: false, error: { code: 'disk_full' } })
    expect(await dispatcher.dispatch('vault.info', {})).toMatchObject({ ok: false, error: { code: 'locked' } })
    expect(await dispatcher.dispatch('vault.unlock', { place: token, passphrase }, grants)).toMatchObject({ ok: true })
    await dispatcher.close()
  })

  test('two unlockings at once: the second waits and is told that it is open', async () => {
    const vault = await newVault()
    vault.close()
    const dispatcher = dispatcherWith()
    const unlock = (): Promise<unknown> => dispatcher.dispatch('vault.unlock', { place: token, passphrase }, { [token]: vault.folder })
    const [first, second] = await Promise.all([unlock(), unlock()])
    expect(first).toMatchObject({ ok: true })
    expect(second).toMatchObject({ ok: false, error: { code: 'already_unlocked' } })
  })

  test('strength and suggestion need no vault', async () => {
    const dispatcher = dispatcherWith()
    expect(await dispatcher.dispatch('vault.checkPassphrase', { passphrase: '' })).toMatchObject({ ok: true, value: { acceptable: false } })
    const suggested = await dispatcher.dispatch('vault.suggestPassphrase', { language: 'es' })
    expect(await dispatcher.dispatch('vault.checkPassphrase', suggested.ok ? (suggested.value as object) : {})).toMatchObject({
      ok: true,
      value: { acceptable: true, score: 4 },
    })
  })
})
