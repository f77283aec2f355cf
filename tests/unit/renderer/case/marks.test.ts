import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import {
  aroundAnchors,
  endOfSentenceAt,
  keepMarks,
  marksIn,
  newMarkId,
  runsOf,
  withoutMark,
  withoutMarks,
} from '../../../../renderer/components/fields/text/marks.ts'
import { paragraphsOf, readRuns, sentencesOf } from '../../../../renderer/components/fields/text/read-runs.ts'

const story = 'He was taken at dawn.[^aa01] A neighbour saw it. His mother was told nothing.[^bb02][^cc03]'

describe('marks inside a text', () => {
  test('text and marks are taken apart in order, and put together again are the text', () => {
    const runs = runsOf(story)
    expect(runs.map((run) => run.kind)).toEqual(['text', 'mark', 'text', 'mark', 'mark'])
    expect(runs.map((run) => story.slice(run.start, run.end)).join('')).toBe(story)
    expect(marksIn(story)).toEqual(['aa01', 'bb02', 'cc03'])
  })

  test('any text is its runs, one after the other', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom('[^aa01]', '[^', ']', '[^zz99]'))), (parts) => {
        const text = parts.join('')
        expect(
          runsOf(text)
            .map((run) => text.slice(run.start, run.end))
            .join(''),
        ).toBe(text)
      }),
    )
  })

  test('a mark is taken out wherever it stands', () => {
    expect(withoutMark(story, 'bb02')).toBe('He was taken at dawn.[^aa01] A neighbour saw it. His mother was told nothing.[^cc03]')
    expect(withoutMarks('a[^xxxx]b')).toBe('ab')
  })

  test('a pasted anchor stays only where the field has the mark', () => {
    expect(keepMarks('one[^aa01] two[^nooo]', new Set(['aa01']))).toBe('one[^aa01] two')
  })

  test('a span never cuts an anchor', () => {
    const text = 'ab[^xx01]cd'
    expect(aroundAnchors(text, { start: 4, end: 10 })).toEqual({ start: 2, end: 10 })
    expect(aroundAnchors(text, { start: 0, end: 4 })).toEqual({ start: 0, end: 9 })
    expect(aroundAnchors(text, { start: 4, end: 4 })).toEqual({ start: 9, end: 9 })
  })

  test('a new mark has a name that is free', () => {
    const draws = [0, 0, 0, 0, 0, 0, 0.99, 0, 0, 0, 0, 0]
    expect(newMarkId(new Set(['aaaaaa']), () => draws.shift() ?? 0)).toBe('9aaaaa')
  })
})

describe('sentences', () => {
  test('the mark of a sentence goes to its end, behind those that stand there', () => {
    expect(story.slice(0, endOfSentenceAt(story, 3, 'en'))).toBe('He was taken at dawn.[^aa01]')
    expect(story.slice(0, endOfSentenceAt(story, story.indexOf('neighbour'), 'en')).endsWith('saw it.')).toBe(true)
    expect(endOfSentenceAt(story, story.length, 'en')).toBe(story.length)
    expect(endOfSentenceAt('', 0, 'en')).toBe(0)
  })
})

describe('a text as it is read', () => {
  test('sentences without a source are told from the others', () => {
    const start = story.indexOf('A neighbour')
    const runs = readRuns(story, [{ start, end: start + 'A neighbour saw it.'.length }])
    expect(runs.filter((run) => run.kind === 'text' && run.unsourced)).toEqual([
      { kind: 'text', text: 'A neighbour saw it.', unsourced: true, key: start },
    ])
    expect(runs.map((run) => (run.kind === 'text' ? run.text : `[^${run.id}]`)).join('')).toBe(story)
  })

  test('each line is a paragraph with its own direction', () => {
    expect(paragraphsOf(readRuns('one\n\ntwo[^xxxx]', [])).map((runs) => runs.length)).toEqual([1, 2])
  })

  test('where scripts of both directions meet, each sentence is one for itself, with its full stop and its marks', () => {
    const english = 'Taken at home.'
    const arabic = 'كان معه خالد.'
    const text = `${english}[^aaaa] ${arabic}[^bbbb]`
    const at = text.indexOf(arabic)
    const [paragraph = []] = paragraphsOf(readRuns(text, [{ start: at, end: at + arabic.length }]))
    const told = (sentencesOf(paragraph) ?? []).map((runs) => runs.map((run) => (run.kind === 'text' ? run.text : run.id)))
    expect(told).toEqual([[english, 'aaaa'], [' '], [arabic, 'bbbb']])
    expect(sentencesOf(paragraph)?.flat()).toContainEqual({ kind: 'text', text: arabic, unsourced: true, key: at })
  })

  test('a mark in the middle of a sentence does not part it, and one direction needs no parting', () => {
    const [mixed = []] = paragraphsOf(readRuns('قال خالد[^aaaa] إن Juan معه.', []))
    expect(sentencesOf(mixed)).toHaveLength(1)
    const [plain = []] = paragraphsOf(readRuns('One.[^aaaa] Two.', []))
    expect(sentencesOf(plain)).toBeNull()
  })
})
