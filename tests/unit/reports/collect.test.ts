import { describe, expect, it } from 'vitest'

import { collectCaseReport } from '../../../electron/reports/collect.ts'
import type { ReportOptions } from '../../../electron/reports/collect.ts'
import type { CaseDocument } from '../../../electron/contract/index.ts'
import { caseDocument, day, record } from '../../fixtures/case-document.ts'

const options = (given: Partial<ReportOptions> = {}): ReportOptions => ({
  language: 'en',
  audience: 'internal',
  today: '2026-11-23',
  fingerprint: { changeNo: 4182, words: ['olive', 'kettle', 'north', 'saddle'] },
  terms: { source_kind: { official_statement: { en: 'Official statement', es: 'Declaración oficial' } } },
  ...given,
})
const plain = (paragraph: { text: string }[] | undefined): string => (paragraph ?? []).map(({ text }) => text).join('')

describe('the case report', () => {
  it('gives a footnote to each mark and marks a sentence without a source', () => {
    const source = record('sources', {
      title: 'Government reply',
      kind: 'official_statement',
      reliability: 'D',
      published: day('2026-09-09'),
    })
    const summary = 'He was taken at home.[^aaaa] A neighbour saw a car.'
    const caseFile = record('case_files', { reference: 'TST-1', summary })
    const citation = record('citations', {
      sourceId: source.id,
      targetTable: 'case_files',
      targetId: caseFile.id,
      field: 'summary',
      mark: 'aaaa',
      locator: 'p. 2',
      credibility: 5,
    })
    const unsourced = [
      { table: 'case_files', id: caseFile.id, field: 'summary', sentence: { start: summary.indexOf('A neighbour'), end: summary.length } },
    ]
    const base = caseDocument()
    const document = caseDocument({
      caseFile,
      citations: [citation],
      sources: [{ number: 1, masked: false, source }],
      derived: { ...base.derived, unsourced },
    })

    const report = collectCaseReport(document, options())

    expect(report.summary).toEqual([
      [
        { text: 'He was taken at home.', unsourced: false, notes: [1] },
        { text: ' ', unsourced: false, notes: [] },
        { text: 'A neighbour saw a car.', unsourced: true, notes: [] },
      ],
    ])
    expect(report.notes).toEqual([
      {
        number: 1,
        text: 'Government reply, 9 September 2026, p. 2. Official statement; reliability D (not usually reliable); credibility 5 (improbable).',
      },
    ])
  })

  it('names a protected source by its code only, for every audience, and keeps back its quotation', () => {
    const source = record('sources', {
      title: 'The mother',
      author: 'Mother of the detainee',
      protection: 'protected',
      codeName: 'A',
      reliability: 'B',
      link: 'https://example.org/mother',
    })
    const person = record('persons', { name: 'Ana Ejemplo', occupation: 'Teacher' })
    const citation = record('citations', {
      sourceId: source.id,
      targetTable: 'persons',
      targetId: person.id,
      field: 'occupation',
      quotation: 'my daughter teaches',
    })
    for (const audience of ['internal', 'press'] as const) {
      const report = collectCaseReport(
        caseDocument({ person, citations: [citation], sources: [{ number: 1, masked: false, source }] }),
        options({ audience }),
      )
      const whole = JSON.stringify(report)
      expect(whole).toContain('Source A (name withheld)')
      for (const secret of ['The mother', 'Mother of', 'example.org', 'my daughter']) expect(whole).not.toContain(secret)
    }
  })

  it('names a restricted source inside the organisation only', () => {
    const source = record('sources', { title: 'Brother, by telephone', protection: 'restricted', codeName: 'K' })
    const document = caseDocument({ sources: [{ number: 1, masked: false, source }] })
    expect(JSON.stringify(collectCaseReport(document, options({ audience: 'internal' })))).toContain('Brother, by telephone')
    expect(JSON.stringify(collectCaseReport(document, options({ audience: 'counsel' })))).not.toContain('Brother')
  })

  it('gives a restricted source away by nothing that goes out: not by place, quotation, kind or connection', () => {
    const source = record('sources', {
      title: 'Brother, by telephone',
      protection: 'restricted',
      codeName: 'K',
      connection: 'relative',
      kind: 'family',
      reliability: 'B',
    })
    const person = record('persons', { name: 'Ana Ejemplo', occupation: 'Teacher' })
    const citation = record('citations', {
      sourceId: source.id,
      targetTable: 'persons',
      targetId: person.id,
      field: 'occupation',
      locator: 'second call of the brother',
      quotation: 'my sister teaches',
      credibility: 2,
    })
    const terms = { source_connection: { relative: { en: 'Relative' } }, source_kind: { family: { en: 'Family' } } }
    const of = (audience: ReportOptions['audience']): string =>
      JSON.stringify(
        collectCaseReport(
          caseDocument({ person, citations: [citation], sources: [{ number: 1, masked: false, source }] }),
          options({ audience, terms }),
        ),
      )
    for (const telling of ['second call', 'my sister', 'Relative', 'Family']) {
      expect(of('internal')).toContain(telling)
      for (const audience of ['family', 'counsel', 'un', 'partner', 'press'] as const) expect(of(audience)).not.toContain(telling)
    }
    expect(of('un')).toContain('Source K (name withheld). Reliability B')
  })

  it('leaves address, documents and health out for the press, and says so', () => {
    const person = record('persons', { name: 'Ana Ejemplo', address: 'Calle Falsa 123', health: 'Diabetes' })
    const identity = record('identity_documents', { personId: person.id, number: 'V-999' })
    const caseFile = record('case_files', { reference: 'TST-1', notes: 'Call the cousin.' })
    const report = collectCaseReport(caseDocument({ person, caseFile, identityDocuments: [identity] }), options({ audience: 'press' }))
    for (const secret of ['Calle Falsa', 'Diabetes', 'V-999', 'cousin']) expect(JSON.stringify(report)).not.toContain(secret)
    expect(report.leftOut).toEqual([
      'address',
      'identity documents',
      'health',
      'witnesses of the arrest',
      'who reported whereabouts',
      'working notes',
    ])
  })

  it('leaves out with a field what another source says of it, and for the press nobody who saw or told', () => {
    const person = record('persons', { name: 'Ana Ejemplo', address: null })
    const contest = (field: string, value: string) =>
      record('competing_values', { targetTable: 'persons', targetId: person.id, field, value, reason: 'A neighbour.' })
    const caseFile = record('case_files', { reference: 'TST-1', arrestWitnesses: 'The baker Ramón' })
    const note = record('whereabouts_notes', { caseId: caseFile.id, place: 'A prison', reportedBy: 'Cellmate Juan' })
    const base = caseDocument()
    const ledger: CaseDocument['derived']['ledger'] = [
      {
        kind: 'undated',
        noteId: note.id,
        place: 'A prison',
        from: { earliest: null, latest: null },
        to: { earliest: null, latest: null },
        about: { from: false, to: false },
        open: false,
        days: null,
        denied: false,
        confidence: null,
        contradicts: [],
      },
    ]
    const document = caseDocument({
      person,
      caseFile,
      whereabouts: [note],
      competingValues: [contest('address', 'Calle Falsa 123'), contest('health', 'Diabetes')],
      derived: { ...base.derived, ledger },
    })
    for (const secret of ['Calle Falsa', 'Diabetes', 'Ramón', 'Cellmate Juan']) {
      expect(JSON.stringify(collectCaseReport(document, options()))).toContain(secret)
      for (const audience of ['press', 'partner'] as const)
        expect(JSON.stringify(collectCaseReport(document, options({ audience })))).not.toContain(secret)
    }
  })

  it('shows what another source says beside the current value, with the reason', () => {
    const status = record('custody_statuses', { status: 'released_without_charge', since: day('XXXX-01-28') })
    const other = record('competing_values', {
      targetTable: 'custody_statuses',
      targetId: status.id,
      field: 'since',
      value: null,
      date: day('2026-01-30'),
      reason: 'A later bulletin.',
    })
    const base = caseDocument()
    const report = collectCaseReport(
      caseDocument({
        custodyStatuses: [status],
        competingValues: [other],
        derived: { ...base.derived, currentStatusId: status.id, statusGroup: 'free' },
      }),
      options(),
    )
    expect(plain(report.block[1]?.contested[0])).toBe('Another source says: 30 January 2026. A later bulletin.')
    expect(plain(report.status?.since)).toBe('since 28 January, year not given')
  })

  it('sets words apart that run against the page, so that their full stop stays behind them', () => {
    const person = record('persons', { name: 'خالد' })
    const other = record('competing_values', {
      targetTable: 'persons',
      targetId: person.id,
      field: 'name',
      value: 'Khalid',
      date: null,
      reason: 'So says the register.',
    })
    const said = (language: 'ar' | 'en') => {
      const report = collectCaseReport(caseDocument({ person, competingValues: [other] }), options({ language }))
      return report.person.flatMap(({ contested }) => contested.map(plain)).join('')
    }
    expect(said('ar')).toContain('\u2068Khalid\u2069')
    expect(said('ar')).toContain('\u2068So says the register.\u2069')
    expect(said('en')).not.toContain('\u2068')
  })

  it('says that days in custody are a range, or not known, and never invents one', () => {
    const base = caseDocument()
    const range = caseDocument({
      derived: { ...base.derived, daysHeld: { kind: 'range', least: 282, most: 292, about: false, until: 'today' } },
    })
    expect(plain(collectCaseReport(range, options()).block[2]?.value)).toBe('between 282 and 292 days, up to 23 November 2026')
    expect(plain(collectCaseReport(base, options({ language: 'es' })).block[2]?.value)).toContain('se desconoce')
  })

  it('says about so many days where a date is approximate, for custody and for a gap, and gives the gap no sharper edge', () => {
    const base = caseDocument()
    const edges = { from: { earliest: 20493, latest: 20493 }, to: { earliest: 20555, latest: 20555 } }
    const gap = {
      kind: 'gap' as const,
      noteId: null,
      place: null,
      ...edges,
      about: { from: true, to: false },
      open: false,
      days: { least: 62, most: 62 },
      denied: false,
      confidence: null,
      contradicts: [],
    }
    const document = caseDocument({
      derived: { ...base.derived, ledger: [gap], daysHeld: { kind: 'range', least: 287, most: 287, about: true, until: 'today' } },
    })
    const report = collectCaseReport(document, options())
    expect(plain(report.block[2]?.value)).toBe('about 287 days, up to 23 November 2026')
    expect(report.gaps).toEqual(['No confirmed whereabouts for about 62 days (around 9 February 2026 \u2013 12 April 2026).'])
    expect(report.bar?.stretches[0]?.startFade).toBeGreaterThan(0)
  })

  it('numbers footnotes in the order in which they are read', () => {
    const [first, second] = [record('sources', { title: 'First' }), record('sources', { title: 'Second' })]
    const person = record('persons', { name: 'Ana Ejemplo', occupation: 'Teacher' })
    const caseFile = record('case_files', { reference: 'TST-1', summary: 'One.[^bbbb]' })
    const citations = [
      record('citations', { sourceId: first.id, targetTable: 'persons', targetId: person.id, field: 'occupation' }),
      record('citations', { sourceId: second.id, targetTable: 'case_files', targetId: caseFile.id, field: 'summary', mark: 'bbbb' }),
    ]
    const report = collectCaseReport(
      caseDocument({
        person,
        caseFile,
        citations,
        sources: [first, second].map((source, index) => ({ number: index + 1, masked: false, source })),
      }),
      options(),
    )
    expect(report.notes.map(({ text }) => text.split('.')[0])).toEqual(['Second', 'First'])
  })
})
