import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import type { CaseFilter } from '../../../electron/contract/index.ts'
import { columnSql, sharedSql, tagsSql, totalSql } from '../../../electron/casework/search/facets.ts'
import { conditionsOf } from '../../../electron/casework/search/filter.ts'
import { countSql, hitsSql, namedShortSql } from '../../../electron/casework/search/find-cases.ts'
import { fragmentsSql } from '../../../electron/casework/search/fragments.ts'
import { idsSql, orders, pageSql, totalSql as listTotalSql } from '../../../electron/casework/search/list-cases.ts'
import { byWordSql } from '../../../electron/casework/search/list-persons.ts'
import { alikeSql, sharingSql } from '../../../electron/casework/search/possible-duplicates.ts'
import { unknownSql } from '../../../electron/casework/home.ts'
import { openOffice } from './office.ts'
import type { Office } from './office.ts'

let office: Office
beforeAll(async () => void (office = await openOffice()))
afterAll(() => office.vault.close())

/** What SQLite means to do, a line a step. Values play no part in it. */
const planOf = (sql: string): string[] =>
  office.vault.db
    .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
    .all(...Array.from({ length: sql.split('?').length - 1 }, () => 1))
    .map(({ detail }) => detail.replace(/TABLE INDEX \d+:M\d+/, 'TABLE'))

describe('a page of the list runs along an index and sorts nothing', () => {
  test.each([
    ['changed', 'case_index_by_changed'],
    ['name', 'case_index_by_name'],
    ['arrested_first', 'case_index_by_arrest'],
    ['arrested_last', 'case_index_by_last_arrest'],
    ['reference', 'case_index_by_reference'],
    ['changed_first', 'case_index_by_changed'],
    ['unsourced', 'case_index_by_unsourced'],
    ['unknown_longest', 'case_index_by_unknown'],
  ] as const)('%s', (sort, index) => {
    expect(planOf(pageSql(sort))).toEqual([`SCAN c USING INDEX ${index}`])
  })
})

describe('a page under filters reads no row but those it shows', () => {
  test.each([
    ['one', { force: 'x' }],
    ['a tag', { tag: 'x' }],
    ['several', { tag: 'x', statusGroups: ['held'], place: 'x', whereaboutsUnknown: true, arrestedFrom: '2024-01-01' }],
  ] as const)('%s, in every order', (_, given) => {
    const conditions = conditionsOf({
      ...given,
      ...('statusGroups' in given ? { statusGroups: [...given.statusGroups] } : {}),
    } as CaseFilter)
    for (const sort of Object.keys(orders) as (keyof typeof orders)[]) {
      const plan = planOf(idsSql(conditions, sort).sql)
      expect(
        plan
          .filter((step) => /\b(c|case_index|case_tags)\b/.test(step))
          .every((step) => /COVERING INDEX|case_tags USING PRIMARY KEY/.test(step)),
        plan.join(),
      ).toBe(true)
      expect(plan.join()).not.toContain('ORDER BY')
    }
    expect(
      planOf(listTotalSql(conditions))
        .filter((step) => /\bc\b/.test(step))
        .join(),
    ).toContain('COVERING INDEX')
  })
})

describe('a search reads the full-text index and sorts nothing but the first candidates', () => {
  test('newest hits', () => expect(planOf(hitsSql([], false))).toEqual(['SCAN case_search VIRTUAL TABLE']))
  test('ranked candidates', () => {
    const plan = planOf(hitsSql([], true))
    expect(plan).toContain('SCAN case_search VIRTUAL TABLE')
    expect(plan).toContain('USE TEMP B-TREE FOR ORDER BY')
  })
  test('count', () => expect(planOf(countSql([]))).toEqual(['SCAN case_search VIRTUAL TABLE']))
  test('under a filter each hit is looked up by its number', () => {
    for (const sql of [hitsSql(conditionsOf({ statusGroups: ['held'] }), false), countSql(conditionsOf({ unsourced: true }))]) {
      expect(planOf(sql)).toEqual(['SCAN case_search VIRTUAL TABLE', 'SEARCH c USING INTEGER PRIMARY KEY (rowid=?)'])
    }
  })
  test('fragments', () => {
    expect(planOf(fragmentsSql([]))).toEqual(['SCAN f VIRTUAL TABLE', 'SEARCH t USING INTEGER PRIMARY KEY (rowid=?)'])
  })
})

describe('facets read covering indexes alone', () => {
  test('of everything, in their order', () => {
    expect(planOf(sharedSql('case_index', []))).toEqual(['SCAN c USING COVERING INDEX case_index_by_facet'])
    for (const [column, index] of [
      ['force_key', 'case_index_by_force'],
      ['caseworker_uuid', 'case_index_by_caseworker'],
      ['arrest_year', 'case_index_by_arrest_year'],
    ] as const)
      expect(planOf(columnSql('case_index', column, []))[0]).toBe(`SEARCH c USING COVERING INDEX ${index} (${column}>?)`)
    expect(planOf(tagsSql('case_index', []))[0]).toBe('SCAN t')
  })
  test.each(['force_key', 'caseworker_uuid', 'arrest_year'] as const)('%s under filters', (column) => {
    const conditions = conditionsOf({ statusGroups: ['held'], place: 'x', unsourced: true, staleDays: 30, arrestedFrom: '2024-01-01' })
    for (const sql of [
      columnSql('case_index', column, conditions),
      totalSql('case_index', conditions),
      sharedSql('case_index', conditions),
    ])
      expect(
        planOf(sql)
          .filter((step) => /\bc\b/.test(step))
          .every((step) => step.includes('COVERING INDEX')),
      ).toBe(true)
  })
})

describe('the first screen', () => {
  test('whereabouts unknown run along their index', () => {
    expect(planOf(unknownSql)).toEqual(['SEARCH c USING INDEX case_index_by_unknown (whereabouts_unknown=?)'])
  })
  test('stale case files of a group too', () => {
    expect(
      planOf(
        'SELECT c.case_id, c.custody FROM case_index AS c WHERE c.status_group = ? AND c.changed_at < ? ORDER BY c.changed_at, c.case_id LIMIT ?',
      ),
    ).toEqual(['SEARCH c USING INDEX case_index_by_stale (status_group=? AND changed_at<?)'])
  })
  test('people are counted and paged without reading their rows', () => {
    expect(planOf('SELECT count(*) FROM persons WHERE binned_change IS NULL').join()).toContain('COVERING INDEX persons_standing')
    expect(planOf('SELECT id FROM persons WHERE binned_change IS NULL ORDER BY id DESC LIMIT ? OFFSET ?')).toEqual([
      'SEARCH persons USING COVERING INDEX persons_standing (binned_change=?)',
    ])
  })
})

describe('people are found by word and by key', () => {
  test('namesakes', () => {
    const plan = planOf(byWordSql(1, 1)).join('\n')
    expect(plan).toContain('SEARCH name_index USING COVERING INDEX name_index_by_word (word>? AND word<?)')
    expect(plan).toContain('SEARCH name_index USING COVERING INDEX name_index_by_key (name_key=?)')
    expect(plan).not.toMatch(/SCAN name_index/)
  })
  test('a letter or two, in the order of the index', () => {
    const plan = planOf(namedShortSql([], 0)).join('\n')
    expect(plan).toContain('SEARCH name_index USING COVERING INDEX name_index_by_word (word>? AND word<?)')
    expect(plan).toContain('SEARCH c USING COVERING INDEX case_index_by_person (person_uuid=?)')
    expect(plan).not.toContain('TEMP B-TREE')
  })
  test('possible duplicates', () => {
    expect(planOf(sharingSql(2, 2)).join('\n')).toContain('SEARCH name_index USING COVERING INDEX name_index_by_key (name_key=?)')
    expect(planOf(alikeSql).join('\n')).not.toMatch(/SCAN name_index/)
  })
})
