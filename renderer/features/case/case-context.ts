import { createContext, use } from 'react'

import type { Answer, CallError, CaseDocument, Language, RecordTable, Written } from '../../../electron/contract/index.ts'
import type { ChoiceOption } from '../../components/fields/ChoiceField.tsx'
import type { Span } from '../../components/fields/text/marks.ts'
import type { CitationIndex, CitationTarget } from './citing/citation-index.ts'
import type { RowTable } from './row-commands.ts'
import type { FieldSaver } from './saving/field-saver.ts'
import type { FieldValue } from './saving/field-values.ts'
import type { ReadingPreferences } from './use-reading-preferences.ts'

/** What stands beside or over the document. */
export type Panel =
  | { kind: 'cite'; target: CitationTarget; editing: string | null }
  | { kind: 'history'; field: { table: RecordTable; id: string; field: string } | null }

/** What every part of the case file needs to know and to do. */
export type CaseView = ReadingPreferences & {
  document: CaseDocument
  language: Language
  /** Today as a day number. */
  today: number
  /** Lies in the bin: read only until it is restored. */
  readOnly: boolean
  saver: FieldSaver
  citations: CitationIndex
  isUnsourced: (table: string, id: string, field: string) => boolean
  unsourcedSentences: (table: string, id: string, field: string) => readonly Span[]
  termLabel: (vocabulary: string, code: string | null) => string | null
  termOptions: (vocabulary: string, current: string | null) => ChoiceOption[]
  /** Shows the source of a citation beside the text, or none. */
  open: (citationId: string | null) => void
  show: (panel: Panel | null) => void
  create: (table: RowTable, fields: Record<string, FieldValue>) => Promise<Answer<Written>>
  /** Moves a row to the bin; the bar at the foot of the page offers to take it back. */
  remove: (table: RowTable, id: string, what: string) => Promise<void>
  /** Something that failed and belongs to no field. */
  trouble: CallError | null
  setTrouble: (error: CallError | null) => void
  /** Asks the vault for the document anew. */
  refresh: () => void
  /** Drafts of rows that don't exist yet, by their key. */
  looseDrafts: ReadonlyMap<string, string>
  putLooseDraft: (key: string, value: string) => void
  clearLooseDraft: (key: string) => void
}

export const CaseViewContext = createContext<CaseView | null>(null)

/** The case file around this component. */
export function useCaseView(): CaseView {
  const view = use(CaseViewContext)
  if (view === null) throw new Error('A part of a case file stands outside of one')
  return view
}

/** What is shown beside the text at the moment; apart from the rest, since most of the text does not depend on it. */
export type Beside = {
  /** The citation whose source is shown. */
  atHand: string | null
  panel: Panel | null
}

export const BesideContext = createContext<Beside>({ atHand: null, panel: null })
export const useBeside = (): Beside => use(BesideContext)
