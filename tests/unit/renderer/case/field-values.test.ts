import { expect, test } from 'vitest'

import { indexCitations } from '../../../../renderer/features/case/citing/citation-index.ts'
import { textOfValue, valueOfText } from '../../../../renderer/features/case/saving/field-values.ts'
import { listToText, textToList } from '../../../../renderer/components/fields/text/list-text.ts'

test('entries of a list survive being typed, commas inside them too', () => {
  for (const entries of [[], ['Venezuelan'], ['Venezuelan', 'Syrian'], ['Roe, Jane'], ['Roe, Jane', 'x']])
    expect(textToList(listToText(entries))).toEqual(entries)
  expect(textToList(' a ،b,, a ')).toEqual(['a', 'b'])
})

test('an emptied field is null, never an empty text', () => {
  const readDate = () => null
  expect(valueOfText({ kind: 'text', max: 5 }, '  ', readDate)).toEqual({ ok: true, value: null })
  expect(valueOfText({ kind: 'longText', max: 5 }, '\n', readDate)).toEqual({ ok: true, value: null })
  expect(valueOfText({ kind: 'list', max: 5, items: 5 }, '', readDate)).toEqual({ ok: true, value: [] })
})

test('a text that is no date and a number out of range are refused with a reason', () => {
  expect(valueOfText({ kind: 'date' }, '31 Feb 2023', () => null)).toEqual({ ok: false, reason: 'not_a_date' })
  expect(valueOfText({ kind: 'integer', least: 1, most: 6 }, '7', () => null)).toEqual({ ok: false, reason: 'not_in_range' })
  expect(valueOfText({ kind: 'integer', least: 1, most: 6 }, '6', () => null)).toEqual({ ok: true, value: 6 })
})

test('a date is typed again in the words in which it was typed', () => {
  expect(textOfValue({ kind: 'date' }, { edtf: '2024-03~', typed: 'about March 2024', earliest: 1, latest: 2 })).toBe('about March 2024')
  expect(textOfValue({ kind: 'date' }, null)).toBe('')
})

test('citations are found by what they support', () => {
  const citation = (id: string, parts: object) => ({
    id,
    revision: 1,
    binned: false,
    sourceId: null,
    targetTable: 'case_files' as const,
    targetId: 'c',
    field: null,
    mark: null,
    value: null,
    locator: null,
    quotation: null,
    credibility: null,
    note: null,
    ...parts,
  })
  const index = indexCitations({
    sources: [],
    citations: [
      citation('1', {}),
      citation('2', { field: 'summary', mark: 'aa01' }),
      citation('3', { field: 'summary', mark: 'gone' }),
      citation('4', { field: 'tags', value: 'x' }),
    ],
  })
  const ids = (found: { citation: { id: string } }[]) => found.map((entry) => entry.citation.id)
  expect(ids(index.of('case_files', 'c', null))).toEqual(['1'])
  expect(ids(index.ofMark('case_files', 'c', 'summary', 'aa01'))).toEqual(['2'])
  expect(ids(index.astray('case_files', 'c', 'summary', 'text[^aa01]'))).toEqual(['3'])
  expect(ids(index.ofValue('case_files', 'c', 'tags', 'x'))).toEqual(['4'])
})
