import { afterAll, describe, expect, test } from 'vitest'
import { z } from 'zod'

import { callNames, calls } from '../../../electron/contract/index.ts'
import type { Answer, CallName } from '../../../electron/contract/index.ts'
import { faultsOf } from './inside-out.ts'
import { samples } from './samples.ts'
import { openWorld } from './world.ts'

const world = await openWorld()
afterAll(() => world.close())

const tables = [
  'persons',
  'person_names',
  'identity_documents',
  'case_files',
  'charges',
  'whereabouts_notes',
  'custody_statuses',
  'sources',
  'citations',
  'competing_values',
  'saved_searches',
  'revisions',
  'change_sets',
]
const contents = (): string =>
  JSON.stringify([world.vault.fingerprint().changeNo, ...tables.map((table) => world.vault.db.prepare(`SELECT * FROM ${table}`).all())])

/** Some of the vault's own calls want a program with no vault open. */
const wantsNoVault: readonly CallName[] = [
  'vault.create',
  'vault.unlock',
  'keys.whose',
  'keys.recover',
  ...callNames.filter((call) => call.startsWith('rescue.') && call !== 'rescue.cancel'),
]
/** What changes how the vault opens has a world of its own, so that no other request meets another passphrase or key. */
const changesTheKey: readonly CallName[] = ['vault.changePassphrase', 'keys.rekey']

async function answerOnce(call: CallName, input: unknown): Promise<Answer<unknown>> {
  if (wantsNoVault.includes(call)) return world.fresh(call, input)
  if (!changesTheKey.includes(call)) return world.answer(call, input)
  const another = await openWorld()
  try {
    return await another.answer(call, input)
  } finally {
    await another.close()
  }
}
/** The app's calls need its window, except the preview, which the command line sets itself; its own test shows that. */
const isOfTheWindow = (call: CallName): boolean => calls[call].where === 'app'
/** A union says only that none of its forms fits. */
const isUnion = (call: CallName): boolean => calls[call].input instanceof z.ZodUnion

test('every call has a request to try it with', () => {
  expect(Object.keys(samples).toSorted()).toEqual(callNames.toSorted())
})

describe.each(callNames)('%s', (call) => {
  const declared = calls[call]

  test('a good request is answered as declared, and a query changes nothing', async () => {
    const input = await samples[call](world)
    if (isOfTheWindow(call)) {
      expect(declared.input.safeParse(input).success).toBe(true)
      if (call !== 'reports.preview')
        expect(await world.answer(call, input)).toEqual({ ok: false, error: { code: 'needs_window', params: {} } })
      return
    }
    const before = contents()
    const answered = await answerOnce(call, input)
    expect(answered).toMatchObject({ ok: true })
    if (!answered.ok) return
    expect(declared.output.safeParse(answered.value).error).toBeUndefined()
    if (declared.kind === 'query') expect(contents()).toBe(before)
    for (const table of answered.change?.tables ?? []) expect(declared.writes).toContain(table)
    if (declared.kind === 'command' && declared.writes.includes('change_sets'))
      expect(answered.change?.changeNo).toBe(world.vault.fingerprint().changeNo)
  })

  test('a request of a wrong shape is refused by the path of its fault and changes nothing', async () => {
    const input = await samples[call](world)
    const schema = z.toJSONSchema(declared.input, { io: 'input', unrepresentable: 'any' })
    const before = contents()
    const faults = faultsOf(input, schema as Parameters<typeof faultsOf>[1])
    expect(faults.length).toBeGreaterThanOrEqual(5)
    for (const { what, path, input: wrong } of faults) {
      const answered = await world.answer(call, wrong)
      const found = answered.ok ? 'answered' : answered.error
      expect(found, what).toMatchObject({ code: 'invalid_input', params: { path: isUnion(call) ? expect.any(String) : path } })
    }
    expect(contents()).toBe(before)
  })

  test(declared.whileLocked ? 'a locked app answers it' : 'a locked app says that it is locked', async () => {
    const answered = await world.whileLocked(call, await samples[call](world))
    const code = answered.ok ? 'answered' : answered.error.code
    if (declared.whileLocked) expect(code).not.toBe('locked')
    else expect(answered).toEqual({ ok: false, error: { code: 'locked', params: {} } })
  })
})
