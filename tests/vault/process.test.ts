import { once } from 'node:events'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

import { startProcess } from './child.ts'
import { open, passphrase, refusal, temporaryFolder } from './support.ts'

const token = 'place-0123456789abcdefghijklmn'

describe('the vault process, as main speaks to it (security rules 8 and 11)', () => {
  test('create, work, hand the drafts over, be killed, unlock, close', { timeout: 60_000 }, async () => {
    const folder = join(temporaryFolder(), 'Process.habeas')
    const grants = { [token]: folder }
    const first = startProcess('vault-process.ts')
    expect(await first.ask('cases.list', {})).toEqual({ ok: false, error: { code: 'locked', params: {} } })
    expect(await first.ask('internal.sealDraftsKey', { publicKey: 'x' })).toEqual({ ok: false, error: { code: 'locked', params: {} } })
    await first.value('vault.create', { place: token, title: 'Office', caseworkerName: 'Ana', passphrase }, grants)
    expect(first.events).toContainEqual({ type: 'progress', work: 'create', share: null })
    const created = await first.ask('cases.create', { person: { name: 'Invented Person' } })
    expect(created).toMatchObject({ ok: true, change: { changeNo: 1 } })

    const drafts = startProcess('drafts-process.ts')
    const { publicKey } = await drafts.value('internal.draftsKey', {})
    const handover = await first.value('internal.sealDraftsKey', { publicKey })
    expect(await drafts.ask('internal.openDrafts', { folder, ...handover })).toEqual({ ok: true, value: { drafts: 0 } })
    await drafts.value('drafts.put', { key: 'new-case', value: 'half a sentence', baseRevision: null })
    expect(await first.ask('drafts.list', {})).toMatchObject({ ok: false, error: { code: 'invalid_input' } })
    expect(await refusal(open(folder))).toBe('vault_in_use')

    for (const child of [first, drafts]) {
      child.process.kill('SIGKILL')
      await once(child.process, 'exit')
    }
    const second = startProcess('vault-process.ts')
    expect(await second.ask('vault.unlock', { place: token, passphrase: `${passphrase}!` }, grants)).toMatchObject({
      ok: false,
      error: { code: 'wrong_passphrase' },
    })
    const unlocked = await second.value('vault.unlock', { place: token, passphrase }, grants)
    expect(unlocked).toMatchObject({ title: 'Office', fingerprint: { changeNo: 1 }, counts: { case_files: 1 } })
    expect(await second.value('vault.verify', {})).toMatchObject({ sound: true, faults: [], checked: { searchRows: 1 } })
    expect(await second.ask('internal.close', {})).toEqual({ ok: true, value: {} })
    expect(await second.ask('vault.info', {})).toMatchObject({ ok: false, error: { code: 'locked' } })
    const vault = await open(folder)
    vault.close()
  })

  test('what is not a frame is passed over, and an unknown internal question is refused', async () => {
    const child = startProcess('vault-process.ts')
    child.process.send('not a frame')
    child.process.send({ id: 'one', call: 'vault.info' })
    expect(await child.ask('internal.dump', {})).toMatchObject({ ok: false })
    expect(await child.ask('vault.suggestPassphrase', { language: 'en' })).toMatchObject({ ok: true })
  })
})
