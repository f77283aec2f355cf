import type { CaseDocument, RecordOutput } from '../contract/index.ts'
import type { ReportOptions } from './context.ts'
import { quoted } from './runs.ts'
import type { wordsEn } from './words.en.ts'

type Citation = RecordOutput<'citations'>

/** What a citation is asked for: a row, one of its fields, a mark in its text, or one value of a list. */
export type Cited = { table: string; id: string; field?: string; mark?: string; value?: string }

export type Footnotes = {
  /** Numbers of the footnotes for exactly this target, in the order of citing; numbered when first asked for. */
  for: (cited: Cited) => number[]
  /** All footnotes asked for so far, by number. */
  list: () => { number: number; text: string }[]
}

/** How a source may be named to this audience: its title, or its code name where it is protected. */
export function sourceName(
  document: CaseDocument,
  sourceId: string,
  audience: string,
  words: typeof wordsEn,
): { name: string; coded: boolean; number: number } {
  const entry = document.sources.find((candidate) => candidate.source.id === sourceId)
  if (!entry) return { name: words.source.untitled, coded: false, number: 0 }
  const { source, number } = entry
  const coded = entry.masked || source.protection === 'protected' || (source.protection === 'restricted' && audience !== 'internal')
  if (coded) return { name: source.codeName === null ? words.source.uncoded(number) : words.source.coded(source.codeName), coded, number }
  const parts = [source.author, source.title ?? (source.author === null ? words.source.untitled : null), source.publisher]
  const name = parts.flatMap((part) => (part === null || part === '' ? [] : [part]))
  // A name in Latin letters keeps its order inside an Arabic sentence only if nothing Arabic parts it.
  return { name: name.join(name.some((part) => /\p{Script=Arabic}/u.test(part)) ? words.marks.comma : ', '), coded, number }
}

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1)

/** Footnotes out of citations: who says it, where in the source, and how far source and statement are to be trusted. */
export function makeFootnotes(
  document: CaseDocument,
  options: ReportOptions,
  words: typeof wordsEn,
  dateWords: (edtf: string) => string,
  termWords: (vocabulary: string, code: string) => string,
): Footnotes {
  const numbers = new Map<string, number>()
  const texts: { number: number; text: string }[] = []

  const textOf = (citation: Citation): string => {
    const entry = document.sources.find((candidate) => candidate.source.id === citation.sourceId)
    const { name, coded } = sourceName(document, citation.sourceId ?? '', options.audience, words)
    const source = entry?.source
    const when = coded || !source ? null : (source.published ?? source.made)
    // Where in a source something stands ("the mother's second letter") says what the source is.
    const locator = coded ? null : citation.locator
    const first = [name, when ? dateWords(when.edtf) : null, locator].filter((part) => part !== null).join(words.marks.comma)
    const reliability = source?.reliability ?? null
    const grades = [
      source?.kind && !coded ? termWords('source_kind', source.kind) : null,
      source?.connection && !coded ? termWords('source_connection', source.connection) : null,
      reliability === null
        ? words.source.notGraded
        : `${words.source.reliabilityIs(reliability)} (${words.source.reliability[reliability]})`,
      citation.credibility === null
        ? null
        : `${words.source.credibilityIs(citation.credibility)} (${words.source.credibility[citation.credibility] ?? ''})`,
      source?.relaysSourceId && !coded
        ? words.source.relays(sourceName(document, source.relaysSourceId, options.audience, words).name)
        : null,
      source?.binned === true ? words.source.inBin : null,
    ]
      .filter((part) => part !== null && part !== undefined && part !== '')
      .join(words.marks.semicolon)
    // The words of a protected source could give it away as surely as its name.
    const quotation = citation.quotation === null || coded ? null : words.source.quotation(quoted(options.language, citation.quotation))
    return [`${first}.`, grades === '' ? null : `${capital(grades)}.`, quotation].filter((part) => part !== null).join(' ')
  }

  const numberOf = (citation: Citation): number => {
    const text = textOf(citation)
    // The same source at the same place with the same grades is one footnote, however often it is cited.
    const known = numbers.get(text)
    if (known !== undefined) return known
    const number = texts.length + 1
    numbers.set(text, number)
    texts.push({ number, text })
    return number
  }

  const matches = (citation: Citation, cited: Cited): boolean =>
    citation.targetTable === cited.table &&
    citation.targetId === cited.id &&
    citation.field === (cited.field ?? null) &&
    citation.mark === (cited.mark ?? null) &&
    citation.value === (cited.value ?? null)

  return {
    for: (cited) => [...new Set(document.citations.filter((citation) => !citation.binned && matches(citation, cited)).map(numberOf))],
    list: () => texts,
  }
}
