import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { createHandlers } from '../../electron/casework/index.ts'
import { todayHere } from '../../electron/casework/casework.ts'
import { makeTravelCopy } from '../../electron/casework/travel/make-copy.ts'
import { openVault, smallMachineKdf, verifyVault } from '../../electron/vault/index.ts'
import type { Vault } from '../../electron/vault/index.ts'
import { newVault, otherPassphrase, passphrase, refusal, temporaryFolder } from '../vault/support.ts'

const clerk = 'Rosa of the archive'

/** An office's vault: three case files, two of one person; an open source, and a protected one that says too much. */
async function office(): Promise<{ vault: Vault; chosen: string[]; left: string }> {
  const vault = await newVault()
  const calls = createHandlers(vault)
  const open = await calls['sources.create']({ fields: { title: 'Bulletin of the bar', reliability: 'B' } })
  const relayed = await calls['sources.create']({ fields: { title: 'A cousin at the ministry', protection: 'protected', codeName: 'K9' } })
  const secret = await calls['sources.create']({
    fields: {
      title: 'Nurse Amparo Quintero',
      author: 'Amparo Quintero',
      protection: 'protected',
      codeName: 'K7',
      reliability: 'C',
      relaysSourceId: relayed.id,
    },
  })
  const first = await calls['cases.create']({
    person: { name: 'Herminia Zuloaga', citizenships: ['Spanish'] },
    fields: { summary: 'Taken at dawn.[^mark1] Seen alive.[^mark2]', arrestDate: 'March 2025', tags: ['urgent'] },
    status: { fields: { status: 'on_remand', since: '2025' } },
  })
  await calls['personNames.create']({ fields: { personId: first.personId, kind: 'alias', name: 'Mina' } })
  await calls['charges.create']({ fields: { caseId: first.id, offence: 'Treason' } })
  const note = await calls['whereabouts.create']({ fields: { caseId: first.id, place: 'El Rodeo' } })
  const binned = await calls['charges.create']({ fields: { caseId: first.id, offence: 'A slip of the pen' } })
  await calls['charges.bin']({ id: binned.id })
  const at = { targetTable: 'case_files', targetId: first.id, field: 'summary' } as const
  await calls['citations.create']({
    fields: { ...at, sourceId: open.id, mark: 'mark1', quotation: 'at five in the morning', credibility: 2 },
  })
  await calls['citations.create']({
    fields: { ...at, sourceId: secret.id, mark: 'mark2', quotation: 'on my ward, bed nine', credibility: 3 },
  })
  const claim = await calls['competingValues.create']({
    fields: { targetTable: 'whereabouts_notes', targetId: note.id, field: 'place', value: 'Yare II', reason: 'Her sister says so' },
  })
  await calls['citations.create']({ fields: { targetTable: 'competing_values', targetId: claim.id, sourceId: open.id, credibility: 4 } })
  const second = await calls['cases.create']({ person: { name: 'Bruno Alarcón' }, fields: { summary: 'Old words.' } })
  await calls['cases.update']({ id: second.id, baseRevision: second.revision, fields: { summary: 'New words.' } })
  const third = await calls['cases.create']({ personId: first.personId, fields: { summary: 'Arrested in 2019 as well.' } })
  return { vault, chosen: [first.id, second.id], left: third.id }
}

const copyTo = (vault: Vault, caseIds: string[], place: string, more = {}) =>
  makeTravelCopy(
    { vault, today: todayHere },
    {
      caseIds,
      place,
      title: 'Geneva',
      caseworkerName: 'Traveller',
      passphrase: otherPassphrase,
      leaveProtected: true,
      kdf: smallMachineKdf,
      ...more,
    },
  )
const everything = (vault: Vault): string =>
  JSON.stringify(
    [
      'persons',
      'person_names',
      'case_files',
      'charges',
      'whereabouts_notes',
      'custody_statuses',
      'sources',
      'citations',
      'competing_values',
      'revisions',
      'caseworkers',
      'case_texts',
      'vault_settings',
    ].map((table) => vault.db.prepare(`SELECT * FROM ${table}`).all()),
  )
const ids = (text: string): string[] => text.match(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g) ?? []

describe('Rule 22: the travel copy', () => {
  it('holds the chosen case files whole under its own key, and nothing else of the office', async () => {
    const { vault, chosen, left } = await office()
    vault.db.prepare('UPDATE caseworkers SET name = ?').run(clerk)
    const place = join(temporaryFolder(), 'Geneva.habeas')
    const before = everything(vault)
    const counts = await copyTo(vault, chosen, place)
    expect(counts).toEqual({ caseFiles: 2, persons: 2, sources: 2, protectedSources: 1, citations: 3 })
    expect(everything(vault)).toBe(before)
    const entry = vault.db.prepare("SELECT details FROM audit_entries WHERE kind = 'travel_copy.made'").pluck().get()
    expect(JSON.parse(String(entry))).toEqual({ ...counts, protectedLeft: 1 })

    // Its own passphrase opens it, the office's doesn't.
    expect(await refusal(openVault(place, { passphrase }))).toBe('wrong_passphrase')
    const copy = await openVault(place, { passphrase: otherPassphrase })
    const calls = createHandlers(copy)
    expect(copy.info.vaultNumber).not.toBe(vault.info.vaultNumber)
    expect(verifyVault(copy).faults).toEqual([])
    const found = await calls['search.cases']({
      query: 'zuloaga',
      filter: {},
      sort: 'best',
      snippets: 0,
      count: true,
      limit: 10,
      offset: 0,
    })
    expect(found.total).toBe(1)
    const whole = await calls['cases.get']({ id: found.hits[0]?.id ?? '' })
    expect(whole.caseFile).toMatchObject({ summary: 'Taken at dawn.[^mark1] Seen alive.[^mark2]', tags: ['urgent'] })
    expect([
      whole.charges.length,
      whole.whereabouts.length,
      whole.custodyStatuses.length,
      whole.citations.length,
      whole.competingValues.length,
    ]).toEqual([1, 1, 1, 3, 1])
    expect(whole.derived.unsourced.filter(({ field }) => field === 'summary')).toEqual([])
    expect(whole.otherCases).toEqual([])

    const text = everything(copy)
    for (const wanted of ['Mina', 'Bulletin of the bar', 'at five in the morning', 'K7', 'New words.']) expect(text).toContain(wanted)
    // What stays at home: identities, what was taken out of them, the bin, the past, the other case file, colleagues.
    for (const secret of ['Amparo', 'bed nine', 'K9', 'cousin', 'slip of the pen', 'Old words', '2019', clerk, 'Test office', left])
      expect(text).not.toContain(secret)
    const old = new Set(ids(before))
    expect(ids(text).filter((id) => old.has(id))).toEqual([])
    expect(readdirSync(join(place, 'backups'))).toEqual([])
    expect(copy.db.prepare('SELECT count(*) FROM saved_searches').pluck().get()).toBe(0)
    copy.close()
    vault.close()
  })

  it('takes protected sources along where that is asked for', async () => {
    const { vault, chosen } = await office()
    const place = join(temporaryFolder(), 'Whole.habeas')
    expect(await copyTo(vault, chosen, place, { leaveProtected: false })).toMatchObject({ sources: 3, protectedSources: 2 })
    const copy = await openVault(place, { passphrase: otherPassphrase })
    for (const wanted of ['Amparo', 'bed nine', 'cousin']) expect(everything(copy)).toContain(wanted)
    copy.close()
    vault.close()
  })

  it('leaves nothing at its place or beside it when it is stopped or refused', async () => {
    const { vault, chosen } = await office()
    const place = join(temporaryFolder(), 'Stopped.habeas')
    let parcels = 0
    const work = makeTravelCopy(
      { vault, today: todayHere },
      {
        caseIds: chosen,
        place,
        title: 'Geneva',
        caseworkerName: 'T',
        passphrase: otherPassphrase,
        leaveProtected: true,
        kdf: smallMachineKdf,
      },
      { onProgress: () => (parcels += 1), isCancelled: () => parcels > 0 },
    )
    expect(await refusal(work)).toBe('cancelled')
    expect(await refusal(copyTo(vault, ['00000000-0000-7000-8000-000000000000'], place))).toBe('not_found what=case_files')
    expect(await refusal(copyTo(vault, chosen, place, { passphrase: 'summer' }))).toMatch(/^weak_passphrase/)
    expect(readdirSync(dirname(place))).toEqual([])
    expect(await refusal(copyTo(vault, chosen, vault.folder))).toBe('exists')
    expect(existsSync(join(vault.folder, 'vault.db'))).toBe(true)
    expect(vault.db.prepare("SELECT count(*) FROM audit_entries WHERE kind = 'travel_copy.made'").pluck().get()).toBe(0)
    vault.close()
  })
})
