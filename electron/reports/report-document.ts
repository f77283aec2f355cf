import type { Language } from '../contract/index.ts'

/**
 * What a report says, before it is set: plain JSON whose strings are ready to be read in the report's language. The
 * template only lays it out. What an audience may not see is not in here, so that it can't be in the PDF.
 */

/** A stretch of text; `notes` are the numbers of the footnotes that follow it. */
export type Run = { text: string; unsourced: boolean; notes: number[] }
export type Paragraph = Run[]

/** A labelled statement, with what other sources say instead. */
export type Fact = { label: string; value: Paragraph; contested: Paragraph[] }

/** A row and what stands below it over the whole width. */
export type TableRow = { cells: Paragraph[]; below: Paragraph[] }
export type ReportTable = { head: string[]; rows: TableRow[] }

/** One stretch of the ledger's bar; `start` and `end` from 0 to 1, `…Fade` the share of the bar that is uncertain. */
export type BarStretch = {
  kind: 'place' | 'unknown'
  start: number
  end: number
  startFade: number
  endFade: number
  label: string
  detail: string
  open: boolean
}
export type LedgerBar = { stretches: BarStretch[]; ticks: { at: number; label: string }[]; alternative: string }

export type ChronologyRow = { date: string; what: Paragraph }
export type SourceRow = { number: number; title: string; detail: string; grade: string; gradeWords: string; link: string | null }

export type ReportDocument = {
  language: Language
  /** Which way the page runs. */
  direction: 'ltr' | 'rtl'
  title: string
  reference: string
  /** "CONFIDENTIAL · FOR COUNSEL", on the head of each page. */
  marking: string
  status: { text: string; group: 'held' | 'unknown' | 'free' | 'ended'; since: Paragraph } | null
  block: Fact[]
  summary: Paragraph[]
  person: Fact[]
  arrest: Fact[]
  charges: ReportTable
  custody: ReportTable
  bar: LedgerBar | null
  whereabouts: ReportTable
  gaps: string[]
  chronology: ChronologyRow[]
  workingNotes: Paragraph[]
  sources: SourceRow[]
  notes: { number: number; text: string }[]
  leftOut: string[]
  unsourcedCount: number
  words: ReportWords
  foot: string
  /** `YYYY-MM-DD`, the only date that the PDF carries. */
  setOn: string
}

/** The template's own words. */
export type ReportWords = {
  summary: string
  person: string
  arrest: string
  charges: string
  custody: string
  whereabouts: string
  chronology: string
  sources: string
  workingNotes: string
  nothing: string
  noSummary: string
  noCharges: string
  noWhereabouts: string
  noSources: string
  unsourcedLegend: string
  missingGlyphLegend: string
  contested: string
  leftOut: string
  page: string
  reliability: string
  comma: string
  semicolon: string
  colon: string
}
