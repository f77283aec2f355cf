import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { readTypedDate } from '../../../../electron/domain/typed-date.ts'
import { cellsOfPaste, isPasteOfRows } from '../../../../renderer/features/case/paste/paste-cells.ts'
import { fold, rowsOfCells, type PastePlan } from '../../../../renderer/features/case/paste/paste-rows.ts'

describe('cells of what was pasted', () => {
  test.each([
    ['two lines', 'one\ntwo', [['one'], ['two']]],
    ['line ends of Windows and old Macs', 'one\r\ntwo\rthree', [['one'], ['two'], ['three']]],
    ['empty lines are nothing', '\n\none\n   \ntwo\n', [['one'], ['two']]],
    ['bullets and numbers before lines', '- one\n• two\n3. three', [['one'], ['two'], ['three']]],
    ['a year at the beginning is no number of a list', '2024 fine\n12 March 2024', [['2024 fine'], ['12 March 2024']]],
    [
      'cells between tabs',
      'a\tb\nc\td',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['an empty cell keeps its place', 'a\t\tc', [['a', '', 'c']]],
    ['quotes hold tabs, line breaks and quotes', '"a\tb\nc ""d"""\te', [['a\tb\nc "d"', 'e']]],
    ['a lone quote is a letter', '"a\tb', [['"a', 'b']]],
  ])('%s', (_, text, cells) => {
    expect(cellsOfPaste(text)).toEqual(cells)
  })

  test('one line without a tab stays a line', () => {
    expect(isPasteOfRows('one line\n')).toBe(false)
    expect(isPasteOfRows('one\ntwo')).toBe(true)
    expect(isPasteOfRows('one\ttwo')).toBe(true)
  })
})

const isDate = (words: string) => readTypedDate(words, { language: 'en', today: 20_500 }).ok
const charges: PastePlan = { main: 'offence', others: ['law', 'article'], dates: ['date'], choice: null, note: 'note' }
const stays: PastePlan = { main: 'place', others: [], dates: ['from', 'to'], choice: null, note: 'note' }
const statuses: PastePlan = {
  main: 'words',
  others: [],
  dates: ['since'],
  choice: { field: 'status', find: (words) => (fold(words) === 'on remand' ? 'on_remand' : null) },
  note: 'words',
}
const rows = (text: string, plan: PastePlan) => rowsOfCells(cellsOfPaste(text), plan, isDate)

describe('rows out of cells', () => {
  test('a charge on each line; its commas are its own', () => {
    expect(rows('Association to commit crimes\nIncitement, public and aggravated', charges).map(({ values }) => values)).toEqual([
      { offence: 'Association to commit crimes' },
      { offence: 'Incitement, public and aggravated' },
    ])
  })

  test('cells of a table in order, a date wherever it stands, the rest into the note', () => {
    const [row] = rows('Terrorism\t3 May 2024\tOrganised Crime Act\t37\tbefore Judge X', charges)
    expect(row).toEqual({
      values: { offence: 'Terrorism', date: '3 May 2024', law: 'Organised Crime Act', article: '37', note: 'before Judge X' },
      kept: ['before Judge X'],
    })
  })

  test('a stay with its dates after commas, Arabic ones too', () => {
    expect(rows('El Helicoide, Caracas, 9 Feb 2024, 3 May 2024\nRodeo I، 4 May 2024', stays).map(({ values }) => values)).toEqual([
      { place: 'El Helicoide, Caracas', from: '9 Feb 2024', to: '3 May 2024' },
      { place: 'Rodeo I', from: '4 May 2024' },
    ])
  })

  test('an empty cell between two leaves its field empty', () => {
    expect(rows('Rodeo I\t\t3 May 2024', stays)[0]?.values).toEqual({ place: 'Rodeo I', to: '3 May 2024' })
  })

  test('semicolons take a line apart', () => {
    expect(rows('Terrorism; Organised Crime Act; art. 37\nTreason', charges)[0]?.values).toEqual({
      offence: 'Terrorism',
      law: 'Organised Crime Act',
      article: 'art. 37',
    })
  })

  test('a status that the list knows is chosen, one that it does not know stays in words', () => {
    expect(rows('On Remand, 3 May 2024\nmoved somewhere, 4 May 2024', statuses).map(({ values }) => values)).toEqual([
      { status: 'on_remand', since: '3 May 2024' },
      { words: 'moved somewhere', since: '4 May 2024' },
    ])
  })

  test('a row of headings is left out', () => {
    const headed = rowsOfCells(cellsOfPaste('Offence\tLaw\nTreason\tPenal Code'), charges, isDate, new Set(['offence', 'law']))
    expect(headed.map(({ values }) => values)).toEqual([{ offence: 'Treason', law: 'Penal Code' }])
  })

  test('nothing that was pasted is lost', () => {
    const word = fc.stringMatching(/^[a-z]{3,9}$/)
    fc.assert(
      fc.property(fc.array(fc.array(word, { minLength: 1, maxLength: 7 }), { minLength: 1, maxLength: 6 }), (table) => {
        for (const plan of [charges, stays, statuses]) {
          const read = rows(table.map((row) => row.join('\t')).join('\n'), plan)
          expect(read.length).toBe(table.length)
          for (const [index, row] of table.entries())
            for (const cell of row) expect(Object.values(read[index]?.values ?? {}).join(' ')).toContain(cell)
        }
      }),
    )
  })
})
