import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { createHandlers } from '../../electron/casework/index.ts'
import { createVault, smallMachineKdf } from '../../electron/vault/index.ts'
import { subKey } from '../../electron/vault/secrets.ts'
import { secretsOf } from '../../electron/vault/vault.ts'
import { caseFile, openCase, search } from '../e2e/pages/case-list.ts'
import { openText, section } from '../e2e/pages/case-file.ts'
import { goHome, sitDown } from '../e2e/pages/desk.ts'
import type { Desk } from '../e2e/pages/desk.ts'
import { lock, unlock } from '../e2e/pages/lock-screen.ts'
import { crowd } from './support/crowd.ts'
import { scanMemory } from './support/process-memory.ts'

const passphrase = 'quarry lantern mimosa anvil cobalt thimble'
const names = ['Herminia Zuloaga Quebradas', 'Тимур Валиханов', 'عبدالباسط الزهراني']
const note = 'Her cousin waits by the blue bakery in Naguanagua.'
const typed = 'An unsaved sentence about the courtyard of walnut trees'
/** One case file has many notes, the list many people. */
const people = crowd(60, 7)
const sentences = crowd(200 - 60 - names.length - 3, 8)
const planted = [...names, ...people, ...sentences, note, typed, passphrase]
let keys: Record<string, Buffer> = {}
// Reading another process's memory takes /proc and its owner's rights.
const readable = existsSync('/proc/self/mem')

let desk: Desk
let vault = ''

beforeAll(async () => {
  desk = await sitDown()
  vault = join(desk.folders.vaults, 'Office.habeas')
  const made = await createVault(vault, { passphrase, title: 'Office', caseworkerName: 'Caseworker', kdf: smallMachineKdf })
  const handlers = createHandlers(made)
  for (const name of people) await handlers['cases.create']({ person: { name }, fields: {} })
  for (const name of names)
    await handlers['cases.create']({
      person: { name },
      fields: { summary: note, notes: sentences.join('. '), arrestAccount: sentences.join('. ') },
    })
  const { dataKey, databaseKey, unlocked } = secretsOf(made)
  const { vaultId } = unlocked.header
  const sub = (purpose: 'drafts' | 'head' | 'header'): Buffer => Buffer.from(subKey(dataKey, vaultId, purpose))
  keys = {
    'data key': Buffer.from(dataKey),
    'database key': Buffer.from(databaseKey),
    'drafts key': sub('drafts'),
    'head key': sub('head'),
    'header key': sub('header'),
  }
  made.close()
})
afterAll(() => goHome(desk))

const processes = async (): Promise<number[]> =>
  [desk.app.mainPid(), ...desk.app.childPids(), ...(await desk.app.browserPids())].filter((pid): pid is number => typeof pid === 'number')
const isGone = (pid: number): boolean => !existsSync(`/proc/${pid}`)

/** When the last of these processes had gone; they are looked for every few milliseconds, since nobody tells of another's end. */
async function whenGone(pids: readonly number[]): Promise<number> {
  const deadline = Date.now() + 20_000
  while (pids.some((pid) => !isGone(pid)) && Date.now() < deadline) await after(10)
  return Date.now()
}

describe('Rule 8: locking', () => {
  it.runIf(readable)(
    'leaves no process that held a name, and none of 200 planted texts, no passphrase and no key in those that are there',
    async () => {
      await unlock(desk, vault, passphrase)
      await search(desk, 'Zuloaga')
      await openCase(desk, names[0] ?? '')
      const editor = await openText(desk, section(desk, 'Summary'), 'Summary')
      await editor.pressSequentially(typed)

      const before = await processes()
      // The control: what is looked for can be found, in the very same way, while the vault is open.
      const found = new Set(scanMemory(before, planted, keys).hits.map(({ text }) => text))
      expect([...found]).toEqual(expect.arrayContaining([names[0], typed, sentences[0], 'data key', 'database key', 'drafts key']))
      expect(found.size).toBeGreaterThan(100)

      const asked = Date.now()
      const gone = whenGone(before)
      await lock(desk)
      const seconds = ((await gone) - asked) / 1000
      expect(before.filter((pid) => !isGone(pid))).toEqual([])

      const after = scanMemory(await processes(), planted, keys)
      expect(after.bytes).toBeGreaterThan(10_000_000)
      expect(after.hits).toEqual([])
      process.stdout.write(
        `lock: ${before.length} processes gone after ${seconds.toFixed(1)} s; ${after.pids.length} new processes, ${Math.round(after.bytes / 1e6)} MB read, 0 of ${planted.length} texts and ${Object.keys(keys).length} keys found (${found.size} while it was open)\n`,
      )
    },
  )

  it('keeps what was being typed as a draft', async () => {
    await unlock(desk, vault, passphrase)
    await search(desk, 'Zuloaga')
    await openCase(desk, names[0] ?? '')
    const draft = caseFile(desk, names[0] ?? '')
      .getByText(typed)
      .first()
    await draft.waitFor()
    expect(await draft.textContent()).toContain(typed)
  })
})
