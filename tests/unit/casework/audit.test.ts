import { describe, expect, test } from 'vitest'

import { office } from './office.ts'

const { call, person, vault, changeNo } = await office()

describe('Rule 14: the audit chain can be read, and a head on paper checked', () => {
  test('it says who did what and when, newest first, page by page, without a value', async () => {
    const { id } = await person('Nemesio Auditable', { reference: 'AUD-1' })
    await call('reports.record', { caseId: id, template: 'case', audience: 'press', sha256: 'ab'.repeat(32) })
    const all = (await call('audit.list', {})).entries
    expect(all.map(({ kind }) => kind)).toEqual(
      ['report.made', 'cases.create', 'vault.opened', 'vault.created'].filter((kind) => all.some((entry) => entry.kind === kind)),
    )
    expect(all[0]).toMatchObject({
      kind: 'report.made',
      changeNo: null,
      caseworker: 'Test caseworker',
      reference: 'AUD-1',
      details: { audience: 'press' },
    })
    expect(all[1]).toMatchObject({ kind: 'cases.create', changeNo: 1, reference: 'AUD-1', details: {} })
    expect(JSON.stringify(all)).not.toMatch(/Nemesio|Test office/)
    const first = await call('audit.list', { limit: 1 })
    const second = await call('audit.list', { limit: 200, before: first.next ?? 0 })
    expect([...first.entries, ...second.entries]).toEqual(all)
    expect(second.next).toBeNull()
  })

  test('the words that stand on a report are found again among later changes; others are not', async () => {
    const { id } = await person('Reported')
    const { document } = await call('reports.collect', { caseId: id, template: 'case', language: 'en', today: '2026-11-23' })
    const head = vault.fingerprint()
    // What is printed at the foot of each page is what is checked.
    expect((document as { foot: string }).foot).toContain(head.words.join(' '))
    await person('Later')
    expect(await call('audit.checkHead', { changeNo: head.changeNo, words: head.words })).toEqual({ found: 'same', at: head.at, since: 1 })
    expect(await call('audit.checkHead', { changeNo: head.changeNo, words: head.words.toReversed() })).toMatchObject({ found: 'differs' })
    expect(await call('audit.checkHead', { changeNo: changeNo() + 1, words: head.words })).toEqual({
      found: 'not_here',
      at: null,
      since: 0,
    })
    const hash = String(
      vault.db.prepare('SELECT hex(hash) FROM audit_entries WHERE change_no = ?').pluck().get(head.changeNo),
    ).toLowerCase()
    expect(await call('audit.checkHead', { changeNo: head.changeNo, hash })).toMatchObject({ found: 'same' })
    expect(await call('audit.checkHead', { changeNo: head.changeNo, hash: 'ab'.repeat(32) })).toMatchObject({ found: 'differs' })
  })
})
