import type { CaseDocument, RecordOutput } from '../../../../electron/contract/index.ts'
import { marksIn } from '../../../components/fields/text/marks.ts'
import { fieldKey } from '../saving/field-key.ts'

export type Citation = RecordOutput<'citations'>
export type CaseSource = CaseDocument['sources'][number]

/** What a citation supports: a row, one of its fields, one entry of a list, or the sentence that a mark ends. */
export type CitationTarget = {
  table: Exclude<Citation['targetTable'], null>
  id: string
  field: string | null
  mark: string | null
  value: string | null
}

/** What a citation supports; null for one that lost its target. */
export function targetOf({ targetTable, targetId, field, mark, value }: Citation): CitationTarget | null {
  return targetTable === null || targetId === null ? null : { table: targetTable, id: targetId, field, mark, value }
}

/** Where in the text that stands, as a selector. */
export const placeOfTarget = ({ table, id, field }: CitationTarget): string =>
  field === null ? `[data-row="${id}"]` : `[data-field="${fieldKey(table, id, field)}"]`

/** A citation with the source behind it. */
export type CitedSource = { citation: Citation; source: CaseSource | null }

export type CitationIndex = {
  of: (table: string, id: string, field: string | null) => CitedSource[]
  ofMark: (table: string, id: string, field: string, mark: string) => CitedSource[]
  ofValue: (table: string, id: string, field: string, value: string) => CitedSource[]
  /** Citations whose mark no longer stands in the text. */
  astray: (table: string, id: string, field: string, text: string | null) => CitedSource[]
  byId: (id: string) => CitedSource | null
  numberOf: (sourceId: string | null) => number | null
}

/** Finds citations by what they support. The document holds what stands, and of a case file in the bin what went there with it. */
export function indexCitations(document: Pick<CaseDocument, 'citations' | 'sources'>): CitationIndex {
  const sources = new Map(document.sources.map((source) => [source.source.id, source]))
  const cited = document.citations.map((citation) => ({
    citation,
    source: (citation.sourceId === null ? undefined : sources.get(citation.sourceId)) ?? null,
  }))
  const at = new Map<string, CitedSource[]>()
  const ids = new Map<string, CitedSource>()
  for (const entry of cited) {
    const { targetTable, targetId, field } = entry.citation
    const key = `${targetTable ?? ''}/${targetId ?? ''}/${field ?? ''}`
    at.set(key, [...(at.get(key) ?? []), entry])
    ids.set(entry.citation.id, entry)
  }
  const find = (table: string, id: string, field: string | null) => at.get(`${table}/${id}/${field ?? ''}`) ?? []
  return {
    of: (table, id, field) => find(table, id, field).filter(({ citation }) => citation.mark === null && citation.value === null),
    ofMark: (table, id, field, mark) => find(table, id, field).filter(({ citation }) => citation.mark === mark),
    ofValue: (table, id, field, value) =>
      find(table, id, field).filter(({ citation }) => citation.mark === null && citation.value === value),
    astray: (table, id, field, text) => {
      const standing = new Set(marksIn(text ?? ''))
      return find(table, id, field).filter(({ citation }) => citation.mark !== null && !standing.has(citation.mark))
    },
    byId: (id) => ids.get(id) ?? null,
    numberOf: (sourceId) => (sourceId === null ? null : (sources.get(sourceId)?.number ?? null)),
  }
}

const notCited: readonly string[] = ['sources', 'citations', 'saved_searches']

/** Whether a row of this table can be cited (a source or a citation can't). */
export const citable = (table: string): table is CitationTarget['table'] => !notCited.includes(table)
