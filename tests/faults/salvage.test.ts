import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'

import { createHandlers } from '../../electron/casework/index.ts'
import { salvageReportSchema } from '../../electron/contract/index.ts'
import { searchChecks } from '../../electron/casework/search/check-index.ts'
import { openVault, verifyVault } from '../../electron/vault/index.ts'
import { unlockHeader } from '../../electron/vault/header.ts'
import { salvageVault } from '../../electron/vault/rescue/salvage.ts'
import type { SalvageReport } from '../../electron/vault/rescue/salvage-report.ts'
import { benchPassphrase, buildVault } from '../bench/build-vault.ts'
import { copyOf, temporaryFolder } from '../vault/support.ts'
import { bytesOf, contentOf, destroyPages, pagesOf } from './salvage-support.ts'

const full = process.env['FULL'] === '1'
const size = full ? 3000 : 150
const seeds = full ? 100 : 3
// A machine that does much else takes its time.
const patience = 240_000
const open = (folder: string) => openVault(folder, { passphrase: benchPassphrase })

let whole: string
let before: Map<string, string>
let pages: Map<string, number[]>
beforeAll(async () => {
  whole = join(temporaryFolder(), 'Whole.habeas')
  await buildVault(whole, size, () => undefined)
  const vault = await open(whole)
  await someWork(vault)
  vault.close()
  const again = await open(whole)
  before = contentOf(again)
  const found = await pagesOf(again, benchPassphrase)
  again.close()
  pages = found.pages
  // The reader reads every record of a whole vault, and each as SQLite does.
  expect(found.content).toEqual(before)
  expect(before.size).toBeGreaterThan(size * 8)
})

/** Changes with a history, and texts that go on over several pages. */
async function someWork(vault: Awaited<ReturnType<typeof open>>): Promise<void> {
  const handlers = createHandlers(vault)
  // A table that refers to itself.
  const told = await handlers['sources.create']({ fields: { title: 'Told by another' } })
  await handlers['sources.create']({ fields: { title: 'Relays it', relaysSourceId: told.id } })
  for (let number = 1; number <= 60; number += 1) {
    const made = await handlers['cases.create']({
      person: { name: `Worked Person ${number}` },
      fields: { summary: `Account ${number}. `.repeat(number % 5 === 0 ? 1200 : 3), tags: ['worked'] },
    })
    await handlers['cases.update']({ id: made.id, baseRevision: made.revision, fields: { notes: `Note ${number}` } })
  }
}

async function salvage(folder: string): Promise<{ report: SalvageReport; target: string }> {
  const target = join(temporaryFolder(), 'Saved.habeas')
  const unlocked = await unlockHeader(folder, benchPassphrase)
  return { report: await salvageVault(folder, unlocked, target), target }
}

const isListed = (report: SalvageReport, name: string): boolean => {
  const [table = '', id = ''] = name.split('/')
  return report.lost.listed.some((one) => one.table === table && one.id === id) || (report.mayBeLost[table] ?? 0) > 0
}

async function judge(folder: string, destroyed: ReadonlySet<number>): Promise<{ saved: number; lost: number }> {
  const { report, target } = await salvage(folder)
  // What crosses to the page names pages and records, by the contract's own schema.
  expect(salvageReportSchema.safeParse(report).error).toBeUndefined()
  const vault = await open(target)
  try {
    createHandlers(vault)
    const after = contentOf(vault)
    const stubs = new Set(report.placeholders.listed.map(({ table, id }) => `${table}/${id}`))
    let lost = 0
    const missing: string[] = []
    const wrong: string[] = []
    const unlisted: string[] = []
    for (const [name, content] of before) {
      const isWhole = (pages.get(name) ?? []).every((page) => !destroyed.has(page))
      const found = stubs.has(name) ? undefined : after.get(name)
      if (isWhole && found === undefined) missing.push(name)
      if (found !== undefined && found !== content) wrong.push(name)
      if (found !== undefined || isWhole) continue
      lost += 1
      if (!name.startsWith('revisions/') && !name.startsWith('change_sets/') && !isListed(report, name)) unlisted.push(name)
    }
    const madeUp = [...after.keys()].filter((name) => !before.has(name) && !stubs.has(name) && !name.startsWith('change_sets/'))
    expect({ missing, wrong, unlisted, madeUp }).toEqual({ missing: [], wrong: [], unlisted: [], madeUp: [] })
    expect(verifyVault(vault, { checks: searchChecks }).faults).toEqual([])
    return { saved: after.size, lost }
  } finally {
    vault.close()
    rmSync(target, { recursive: true, force: true })
  }
}

describe('Rule 4: salvage saves every record on an undamaged page and lists the rest', () => {
  test.each(Array.from({ length: seeds }, (_, index) => index + 1))(
    'one page in a hundred destroyed at random, seed %i',
    async (seed) => {
      const folder = copyOf(whole)
      const destroyed = destroyPages(folder, seed, 0.01)
      const original = bytesOf(folder, 'vault.db')
      const { saved, lost } = await judge(folder, destroyed)
      expect(saved).toBeGreaterThan(before.size * 0.9)
      expect(lost).toBeLessThan(before.size * 0.1)
      // The damaged vault is only read.
      expect(bytesOf(folder, 'vault.db').equals(original)).toBe(true)
      rmSync(folder, { recursive: true, force: true })
    },
    patience,
  )

  test('the first page alone: the schema and the salt are lost, and every record is saved by its seal', async () => {
    const folder = copyOf(whole)
    destroyPages(folder, 1, 0, [1])
    const { report, target } = await salvage(folder)
    expect(report.proven).toBe(false)
    const vault = await open(target)
    const after = contentOf(vault)
    vault.close()
    const sealed = [...before].filter(([name]) => !/^(?:terms|term_labels|preferences)\//.test(name))
    expect(sealed.filter(([name, content]) => after.get(name) !== content).map(([name]) => name)).toEqual([])
  })

  test(
    'a vault without damage is saved whole',
    async () => {
      const folder = copyOf(whole)
      const { lost } = await judge(folder, new Set())
      expect(lost).toBe(0)
    },
    patience,
  )
})
