import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { aroundAnchors, endOfSentenceAt, keepMarks, marksIn, newMarkId, runsOf, sentencesIn, withoutMark, withoutMarks } from '../../../../renderer/features/case/text/marks.ts'
import { paragraphsOf, readRuns } from '../../../../renderer/features/case/text/read-runs.ts'

const story = 'He was taken at dawn.[^a1] A neighbour saw it. His mother was told nothing.[^b2][^c3]'

describe('marks inside a text', () => {
  test('text and marks are taken apart in order, and put together again are the text', () => {
    const runs = runsOf(story)
    expect(runs.map((run) => run.kind)).toEqual(['text', 'mark', 'text', 'mark', 'mark'])
    expect(runs.map((run) => story.slice(run.start, run.end)).join('')).toBe(story)
    expect(marksIn(story)).toEqual(['a1', 'b2', 'c3'])
  })

  test('any text is its runs, one after the other', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom('[^a1]', '[^', ']', '[^zz]'))), (parts) => {
        const text = parts.join('')
        expect(runsOf(text).map((run) => text.slice(run.start, run.end)).join('')).toBe(text)
      }),
    )
  })

  test('a mark is taken out wherever it stands', () => {
    expect(withoutMark(story, 'b2')).toBe('He was taken at dawn.[^a1] A neighbour saw it. His mother was told nothing.[^c3]')
    expect(withoutMarks('a[^x]b')).toBe('ab')
  })

  test('a pasted anchor stays only where the field has the mark', () => {
    expect(keepMarks('one[^a1] two[^no]', new Set(['a1']))).toBe('one[^a1] two')
  })

  test('a span never cuts an anchor', () => {
    const text = 'ab[^x1]cd'
    expect(aroundAnchors(text, { start: 4, end: 8 })).toEqual({ start: 2, end: 8 })
    expect(aroundAnchors(text, { start: 0, end: 4 })).toEqual({ start: 0, end: 7 })
    expect(aroundAnchors(text, { start: 4, end: 4 })).toEqual({ start: 7, end: 7 })
  })

  test('a new mark has a name that is free', () => {
    const draws = [0, 0, 0, 0, 0, 0, 0.99, 0, 0, 0, 0, 0]
    expect(newMarkId(new Set(['aaaaaa']), () => draws.shift() ?? 0)).toBe('9aaaaa')
  })
})

describe('sentences', () => {
  test('the marks after a full stop belong to its sentence', () => {
    expect(sentencesIn(story, 'en').map(({ start, end }) => story.slice(start, end))).toEqual(['He was taken at dawn.[^a1]', 'A neighbour saw it.', 'His mother was told nothing.[^b2][^c3]'])
  })

  test('the mark of a sentence goes to its end, behind those that stand there', () => {
    expect(story.slice(0, endOfSentenceAt(story, 3, 'en'))).toBe('He was taken at dawn.[^a1]')
    expect(story.slice(0, endOfSentenceAt(story, story.indexOf('neighbour'), 'en')).endsWith('saw it.')).toBe(true)
    expect(endOfSentenceAt(story, story.length, 'en')).toBe(story.length)
    expect(endOfSentenceAt('', 0, 'en')).toBe(0)
  })
})

describe('a text as it is read', () => {
  test('sentences without a source are told from the others', () => {
    const start = story.indexOf('A neighbour')
    const runs = readRuns(story, [{ start, end: start + 'A neighbour saw it.'.length }])
    expect(runs.filter((run) => run.kind === 'text' && run.unsourced)).toEqual([{ kind: 'text', text: 'A neighbour saw it.', unsourced: true, key: start }])
    expect(runs.map((run) => (run.kind === 'text' ? run.text : `[^${run.id}]`)).join('')).toBe(story)
  })

  test('each line is a paragraph with its own direction', () => {
    expect(paragraphsOf(readRuns('one\n\ntwo[^x]', [])).map((runs) => runs.length)).toEqual([1, 2])
  })
})
