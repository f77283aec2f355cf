import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Language } from '../../../electron/contract/index.ts'
import { marksIn, sentencesOf, splitMarks, stripMarks, unsourcedSentences } from '../../../electron/domain/marks.ts'

const marked = fc
  .array(
    fc.constantFrom(
      'Fue detenido.',
      ' ',
      '[^a1b2]',
      '[^zzzz99]',
      '[^no]',
      '\n',
      'He said no. ',
      'art. 20',
      '(…)',
      'Sr. Gil',
      '!',
      '[^',
      '😀',
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(''))

const texts = (text: string, language: Language = 'en'): string[] => sentencesOf(text, language).map((sentence) => sentence.text)

describe('citation marks', () => {
  it('joined, the parts give the text back', () => {
    fc.assert(
      fc.property(marked, (text) => {
        const parts = splitMarks(text)
        expect(parts.map((part) => part.text).join('')).toBe(text)
        for (const part of parts) expect(text.slice(part.start, part.start + part.text.length)).toBe(part.text)
        expect(
          parts
            .filter((part) => part.kind === 'text')
            .map((part) => part.text)
            .join(''),
        ).toBe(stripMarks(text))
      }),
    )
  })

  it('are told from brackets that are none', () => {
    expect(marksIn('A[^a1b2] b[^abc] c[^ABCD] d[^abcdefghijklm] e[a1b2] f[^zz99aa]')).toEqual(['a1b2', 'zz99aa'])
  })
})

describe('sentences', () => {
  it('take along the marks right after their full stop', () => {
    const text = 'He was taken.[^a1b2][^c3d4] Nobody saw him. [^e5f6] She asked[^g7h8] twice.'
    expect(sentencesOf(text, 'en').map((sentence) => [sentence.text, sentence.marks])).toEqual([
      ['He was taken.[^a1b2][^c3d4]', ['a1b2', 'c3d4']],
      ['Nobody saw him. [^e5f6]', ['e5f6']],
      ['She asked[^g7h8] twice.', ['g7h8']],
    ])
  })

  it('end in Arabic at its own question mark too, and not at its commas', () => {
    expect(texts('أين كان محتجزًا؟ لا أحد يعرف، ولا عائلته؛ لم يُسمح بالزيارة. سُئل د. سمير عنه!', 'ar')).toEqual([
      'أين كان محتجزًا؟',
      'لا أحد يعرف، ولا عائلته؛ لم يُسمح بالزيارة.',
      'سُئل د. سمير عنه!',
    ])
    expect(sentencesOf('أين كان؟[^a1b2] لا أحد يعرف.', 'ar').map((sentence) => sentence.marks)).toEqual([['a1b2'], []])
  })

  it('end in French with a space before their mark, and not after Mme. or art.', () => {
    expect(texts('Où était-il détenu ? Mme. Dupont n’en sait rien. Il invoque l’art. 9. « Je l’ai vu. »', 'fr')).toEqual([
      'Où était-il détenu ?',
      'Mme. Dupont n’en sait rien.',
      'Il invoque l’art. 9.',
      '« Je l’ai vu. »',
    ])
  })

  it('do not share marks over a line break', () => {
    const sentences = sentencesOf('First line.\n[^a1b2]Second line.', 'en')
    expect(sentences.map((sentence) => sentence.marks)).toEqual([[], ['a1b2']])
  })

  it.each([
    ['Violated art. 20 of the Covenant. He was freed.', 'en', 2],
    ['He met Dr. Gil and J. Rojas there. They left.', 'en', 2],
    ['He said no. They left.', 'en', 2],
    ['Case No. 20 was closed. He left.', 'en', 2],
    ['El Sr. Pérez y la Dra. Gómez declararon. Fue liberado.', 'es', 2],
    ['Según el art. 20, inc. 3 del código no procede. Apeló.', 'es', 2],
    ['Expediente n.º 12 del tribunal. Cerrado.', 'es', 2],
    ['¿Dónde está? Nadie lo sabe. ¡Nadie!', 'es', 3],
    ['First line\nsecond line', 'en', 2],
    ['', 'en', 0],
    ['— … —', 'en', 0],
  ] as const)('%s (%s): %i', (text, language, count) => expect(texts(text, language)).toHaveLength(count))

  it('lose no letter and no mark', () => {
    fc.assert(
      fc.property(marked, fc.constantFrom('en' as const, 'es' as const), (text, language) => {
        const sentences = sentencesOf(text, language)
        let reached = 0
        for (const sentence of sentences) {
          expect(sentence.start).toBeGreaterThanOrEqual(reached)
          expect(text.slice(sentence.start, sentence.end)).toBe(sentence.text)
          reached = sentence.end
        }
        const letters = (value: string): string => (stripMarks(value).match(/[\p{L}\p{N}]/gu) ?? []).join('')
        expect(letters(sentences.map((sentence) => sentence.text).join(' '))).toBe(letters(text))
        expect(sentences.flatMap((sentence) => sentence.marks)).toEqual(sentences.length > 0 ? marksIn(text) : [])
      }),
    )
  })
})

describe('unsourced sentences', () => {
  it('are those without a mark that cites', () => {
    const text = 'He was taken.[^a1b2] Nobody saw him.[^c3d4] She asked twice.'
    expect(unsourcedSentences(text, 'en', new Set(['a1b2'])).map((sentence) => sentence.text)).toEqual([
      'Nobody saw him.[^c3d4]',
      'She asked twice.',
    ])
    expect(unsourcedSentences(stripMarks(text), 'en', new Set(['a1b2']))).toHaveLength(3)
  })
})
