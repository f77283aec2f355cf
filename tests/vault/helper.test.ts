import { existsSync, readdirSync } from 'node:fs'
import { once } from 'node:events'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

import type { CallOutput } from '../../electron/contract/index.ts'
import { fillDemonstration } from '../../electron/casework/demonstration/index.ts'
import { searchChecks } from '../../electron/casework/search/check-index.ts'
import { verifyVault } from '../../electron/vault/index.ts'
import { newRecipient } from '../../electron/vault/key-handover.ts'
import { openReader } from '../../electron/vault/reader.ts'
import { secretsOf } from '../../electron/vault/vault.ts'
import { startProcess } from './child.ts'
import type { Child } from './child.ts'
import { addPerson, newVault, open, passphrase, temporaryFolder } from './support.ts'

const token = 'place-0123456789abcdefghijklmn'

/** The real vault process with a vault of some people open. */
async function openedProcess(): Promise<{ vault: Child; folder: string }> {
  const folder = join(temporaryFolder(), 'Office.habeas')
  const made = await newVault(folder)
  for (let number = 1; number <= 3; number += 1) addPerson(made, `Person ${number}`)
  made.close()
  const vault = startProcess('vault-process.ts')
  await vault.value('vault.unlock', { place: token, passphrase }, { [token]: folder })
  return { vault, folder }
}

/** What main does with a piece of long work: the key is sealed for a new helper, which is asked to do it. */
async function handOver(vault: Child): Promise<{ helper: Child; sealed: Record<string, unknown> }> {
  const helper = startProcess('helper-process.ts')
  const sealed = await vault.value('internal.sealWorkKey', await helper.value('internal.workKey', {}))
  return { helper, sealed }
}

describe('Rule 23: long work in a process that reads, while the vault process writes', () => {
  test('a backup and a check, with progress, remembered by the vault process', { timeout: 120_000 }, async () => {
    const { vault, folder } = await openedProcess()
    const { helper, sealed } = await handOver(vault)
    // Changes are answered while the helper is at work.
    const working = helper.value('internal.work', { folder, ...sealed, call: 'backups.make', input: {} })
    const change = await vault.ask('cases.create', { person: { name: 'Invented Person' } })
    expect(change).toMatchObject({ ok: true })
    const { value, record } = await working
    expect(value).toMatchObject({ second: 'none_chosen' })
    expect(helper.events).toContainEqual({ type: 'progress', work: 'backup', share: 1 })
    expect(await vault.value('backups.state', {})).toMatchObject({ lastVerified: null, nag: 'never' })
    expect(await vault.value('internal.applyWork', { record })).toMatchObject({ changeNo: 4 })
    expect(await vault.value('backups.state', {})).toMatchObject({ lastVerified: { createdAt: expect.any(Number) }, nag: 'quiet' })
    expect(readdirSync(join(folder, 'backups'))).toHaveLength(1)

    const next = await handOver(vault)
    const checked = await next.helper.value('internal.work', { folder, ...next.sealed, call: 'vault.verify', input: {} })
    expect(checked).toMatchObject({ value: { sound: true, faults: [] }, record: null })
  })

  test('killed in the middle it leaves nothing under a name, and what it left is taken away', { timeout: 120_000 }, async () => {
    const { vault, folder } = await openedProcess()
    const { helper, sealed } = await handOver(vault)
    const staging = '.making-0123456789ab'
    const seen = new Promise<void>((resolve) => {
      const look = setInterval(() => {
        if (!existsSync(join(folder, 'backups', staging))) return
        clearInterval(look)
        helper.process.kill('SIGKILL')
        resolve()
      }, 1)
    })
    void helper.ask('internal.work', { folder, ...sealed, call: 'backups.make', input: {}, staging })
    await seen
    if (helper.process.exitCode === null && helper.process.signalCode === null) await once(helper.process, 'exit')
    expect(readdirSync(join(folder, 'backups'))).toEqual([staging])
    await vault.value('internal.afterWork', {})
    expect(readdirSync(join(folder, 'backups'))).toEqual([])
    expect(await vault.value('vault.info', {})).toMatchObject({ fingerprint: { changeNo: 3 } })
  })

  test('a backup with its name is told of before the second place is tried, and remembered though the rest is killed', async () => {
    const { vault, folder } = await openedProcess()
    const second = temporaryFolder()
    await vault.value('internal.backupPlace', { folder: second })
    const { helper, sealed } = await handOver(vault)
    const told: unknown[] = []
    const stopped = new Promise<void>((resolve) => {
      helper.process.on('message', (message: { event?: { type: string } }) => {
        if (message.event?.type !== 'work.made') return
        told.push({ ...message.event, here: readdirSync(join(folder, 'backups')).filter((name) => !name.startsWith('.')).length })
        helper.process.kill('SIGKILL')
        resolve()
      })
    })
    void helper.ask('internal.work', { folder, ...sealed, call: 'backups.make', input: {} })
    await stopped
    if (helper.process.exitCode === null && helper.process.signalCode === null) await once(helper.process, 'exit')
    expect(told[0]).toMatchObject({ here: 1, value: { second: 'stopped' }, record: { findings: [{ place: 'vault', sound: true }] } })
    await vault.value('internal.applyWork', { record: (told[0] as { record: unknown }).record })
    await vault.value('internal.afterWork', {})
    expect(await vault.value('backups.state', {})).toMatchObject({
      lastVerified: { createdAt: expect.any(Number) },
      nag: 'quiet',
      second: { lastCopyAt: null },
    })
    // A kill may come too late for so small a copy: it is then whole at the second place, and not remembered.
    const { backups } = (await vault.value('backups.list', {})) as CallOutput<'backups.list'>
    expect(backups.filter(({ place }) => place === 'vault')).toMatchObject([{ verified: { sound: true } }])
    for (const place of [second, join(folder, 'backups')]) expect(readdirSync(place).filter((name) => name.startsWith('.'))).toEqual([])
  })

  test('the key that was sealed for one process, or for drafts, opens nothing in another', { timeout: 60_000 }, async () => {
    const { vault, folder } = await openedProcess()
    const { sealed } = await handOver(vault)
    const other = startProcess('helper-process.ts')
    await other.value('internal.workKey', {})
    const refused = { ok: false, error: { code: 'invalid_input', params: { path: 'sealed', reason: 'not_for_this_process' } } }
    expect(await other.ask('internal.work', { folder, ...sealed, call: 'vault.verify', input: {} })).toEqual(refused)
    const drafts = newRecipient('drafts')
    const work = (await vault.value('internal.sealWorkKey', { publicKey: drafts.publicKey })) as unknown as Parameters<
      typeof drafts.open
    >[0]
    expect(() => drafts.open(work)).toThrow('invalid_input')
    expect(JSON.stringify(work)).not.toContain(passphrase)
    await vault.value('internal.close', {})
    ;(await open(folder)).close()
  })
})

describe('Rule 14: a reader finds what the writer would', () => {
  test('an index that no longer fits its text', { timeout: 60_000 }, async () => {
    const vault = await newVault()
    const { folder, info, slotId } = vault
    await fillDemonstration(vault)
    const dataKey = Buffer.from(secretsOf(vault).dataKey)
    const faults = () => {
      const reader = openReader(folder, Buffer.from(dataKey), { slotId, mended: [] })
      try {
        return verifyVault(reader, { checks: searchChecks }).faults
      } finally {
        reader.close()
      }
    }
    expect(faults()).toEqual([])
    // An older state of one part alone, as a page put back would give it.
    vault.db.exec("UPDATE case_texts SET body = body || ' zarzuela' WHERE case_id = (SELECT min(case_id) FROM case_texts)")
    const parts = faults().map(({ params }) => params['part'])
    expect(parts).toContain('full_text')
    expect(parts).toContain('text')
    expect(info.vaultNumber).toMatch(/^[0-9a-f-]{36}$/)
    vault.close()
  })
})
