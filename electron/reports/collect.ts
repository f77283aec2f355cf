import { directionOf } from '../contract/index.ts'
import type { CaseDocument } from '../contract/index.ts'
import { makeContext } from './context.ts'
import type { ReportContext, ReportOptions } from './context.ts'
import { arrestFacts, personFacts, withheldFrom } from './facts.ts'
import { gapSentences, ledgerBar, whereaboutsTable } from './ledger.ts'
import type { Fact, Paragraph, ReportDocument } from './report-document.ts'
import { contested, fact, longText, own, statement } from './runs.ts'
import { chargesTable, chronologyRows, custodyTable, sourceRows } from './tables.ts'
import { localeOf } from './words.ts'

export type { Audience, ReportOptions, TermLabels } from './context.ts'

function statusOf(context: ReportContext): ReportDocument['status'] {
  const { document, words } = context
  const current = document.custodyStatuses.find((status) => status.id === document.derived.currentStatusId)
  if (!current || current.status === null) return null
  const place = { table: 'custody_statuses', id: current.id, field: 'since' }
  const rowNotes = [
    ...context.footnotes.for({ table: 'custody_statuses', id: current.id }),
    ...context.footnotes.for({ ...place, field: 'status' }),
  ]
  const since: Paragraph =
    current.since === null
      ? [{ text: '', unsourced: false, notes: rowNotes }]
      : statement(context, place, words.since(context.dateWords(current.since.edtf)))
  const first = since[0]
  if (first && current.since !== null) first.notes = [...new Set([...first.notes, ...rowNotes])]
  return { text: context.termWords('custody_status', current.status), group: document.derived.statusGroup, since }
}

function heldWords({ document, words, options, dateWords }: ReportContext): string {
  const held = document.derived.daysHeld
  if (held.kind === 'not_known') return words.heldNotKnown
  const until = held.until === 'today' ? words.until.today(dateWords(options.today)) : words.until[held.until]()
  const range = words.heldRange(held.least, held.most)
  return `${held.about ? words.about(range) : range}${words.marks.comma}${until}`
}

/**
 * What the case report says of one case file, for one audience and day, in one language: everything that the template
 * `case` lays out, with its footnotes numbered in reading order. Pure: the same input gives the same document.
 */
export function collectCaseReport(document: CaseDocument, options: ReportOptions): ReportDocument {
  const context = makeContext(document, options)
  const { words } = context
  const { caseFile, person } = document
  const internal = options.audience === 'internal'
  const title = person.name ?? caseFile.title ?? words.noName

  // In reading order: a footnote gets its number when the text first asks for it.
  const status = statusOf(context)
  const currentSince = { table: 'custody_statuses', id: document.derived.currentStatusId ?? '', field: 'since' }
  const sources = sourceRows(context)
  const block: Fact[] = [
    { label: words.caseLabel, value: own(caseFile.reference ?? ''), contested: [] },
    { label: words.custodyLabel, value: own(status?.text ?? words.noStatus), contested: contested(context, currentSince) },
    { label: words.heldFor, value: own(heldWords(context)), contested: [] },
    {
      label: words.sourcesLabel,
      value: own(
        words.sourceCount(
          sources.length,
          document.sources.filter(
            ({ source, masked }) => masked || source.protection === 'protected' || (source.protection === 'restricted' && !internal),
          ).length,
        ),
      ),
      contested: [],
    },
  ]
  const summary = longText(context, { table: 'case_files', id: caseFile.id, field: 'summary' }, caseFile.summary)
  const name = { table: 'persons', id: person.id, field: 'name' }
  const personName = person.name === null ? [] : [fact(context, words.person.name, name, statement(context, name, person.name))]
  const personPart = [...personName, ...personFacts(context)]
  const arrest = arrestFacts(context)
  const charges = chargesTable(context)
  const custody = custodyTable(context)
  const whereabouts = whereaboutsTable(context)
  const chronology = chronologyRows(context)
  const workingNotes = internal ? longText(context, { table: 'case_files', id: caseFile.id, field: 'notes' }, caseFile.notes) : []
  const leftOut = [...withheldFrom(options.audience), ...(internal ? [] : ['workingNotes'])].map(
    (key) => words.leftOut[key as keyof typeof words.leftOut],
  )

  return {
    language: options.language,
    direction: directionOf(options.language),
    title,
    reference: caseFile.reference ?? '',
    marking: [words.confidentiality[caseFile.confidentiality ?? 'confidential'], words.audience[options.audience]].join(' · '),
    status,
    block,
    summary,
    person: personPart,
    arrest,
    charges,
    custody,
    bar: ledgerBar(context),
    whereabouts,
    gaps: gapSentences(context),
    chronology,
    workingNotes,
    sources,
    notes: context.footnotes.list(),
    leftOut,
    unsourcedCount: document.derived.unsourced.length,
    words: { ...words.template, ...words.marks },
    foot: words.foot(
      context.dateWords(options.today),
      new Intl.NumberFormat(localeOf(options.language)).format(options.fingerprint.changeNo),
      options.fingerprint.words.join(' '),
    ),
    setOn: options.today,
  }
}
