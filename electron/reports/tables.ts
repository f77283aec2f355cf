import type { ReportContext } from './context.ts'
import type { ChronologyRow, Paragraph, ReportTable, SourceRow } from './report-document.ts'
import { sourceName } from './footnotes.ts'
import { contested, longText, own, statement } from './runs.ts'

type Charge = ReportContext['document']['charges'][number]

const joinBy = (between: string, parts: Paragraph[]): Paragraph =>
  parts.filter((part) => part.length > 0).flatMap((part, index) => (index === 0 ? part : [...own(between), ...part]))

/** Adds the footnotes that cite a row as a whole to the end of its first cell. */
const withRowNotes = (context: ReportContext, table: string, id: string, cell: Paragraph): Paragraph => {
  const notes = context.footnotes.for({ table, id })
  const last = cell.at(-1)
  if (last) last.notes = [...new Set([...last.notes, ...notes])]
  return cell
}

function chargeRow(context: ReportContext, charge: Charge): ReportTable['rows'][number] {
  const { words } = context
  const join = (parts: Paragraph[]): Paragraph => joinBy(words.marks.semicolon, parts)
  const at = (field: string): { table: string; id: string; field: string } => ({ table: 'charges', id: charge.id, field })
  const say = (field: string, value: string | null, read = (text: string) => text): Paragraph =>
    value === null || value === '' ? [] : statement(context, at(field), read(value))
  const labelled = (label: string, value: Paragraph): Paragraph =>
    value.length === 0 ? [] : [...own(`${label}${words.marks.colon}`), ...value]
  const offence = withRowNotes(
    context,
    'charges',
    charge.id,
    charge.offence === null ? own(words.notRecorded) : say('offence', charge.offence),
  )
  const law = join([say('law', charge.law), say('article', charge.article)])
  const status =
    charge.status === null ? own(words.unknown) : say('status', charge.status, (code) => context.termWords('charge_status', code))
  const date = charge.date === null ? own('–') : statement(context, at('date'), context.dateWords(charge.date.edtf))
  const details = join([
    labelled(
      words.charge.kind,
      charge.kind === null || charge.kind === 'unknown' ? [] : say('kind', charge.kind, (code) => context.termWords('charge_kind', code)),
    ),
    labelled(words.charge.authority, say('authority', charge.authority)),
    labelled(words.charge.court, say('court', charge.court)),
    labelled(words.charge.docket, say('docket', charge.docket)),
    labelled(words.charge.sentence, say('sentence', charge.sentence)),
    labelled(words.charge.appeal, say('appeal', charge.appeal)),
  ])
  const disputes = ['offence', 'law', 'article', 'date', 'status', 'authority', 'court', 'docket', 'sentence', 'appeal'].flatMap((field) =>
    contested(context, at(field)),
  )
  return {
    cells: [offence, law.length === 0 ? own('–') : law, date, status],
    below: [...(details.length === 0 ? [] : [details]), ...longText(context, at('note'), charge.note), ...disputes],
  }
}

export function chargesTable(context: ReportContext): ReportTable {
  const { offence, law, date, status } = context.words.charge
  return {
    head: [offence, law, date, status],
    rows: context.document.charges.filter((charge) => !charge.binned).map((charge) => chargeRow(context, charge)),
  }
}

/** The dated history of custody statuses. */
export function custodyTable(context: ReportContext): ReportTable {
  const { words, document } = context
  const rows = document.custodyStatuses
    .filter((status) => !status.binned)
    .map((status) => {
      const at = (field: string): { table: string; id: string; field: string } => ({ table: 'custody_statuses', id: status.id, field })
      const since = status.since === null ? own(words.unknown) : statement(context, at('since'), context.dateWords(status.since.edtf))
      const code =
        status.status === null ? own(words.unknown) : statement(context, at('status'), context.termWords('custody_status', status.status))
      const said = status.words === null ? own('–') : statement(context, at('words'), status.words)
      return {
        cells: [since, withRowNotes(context, 'custody_statuses', status.id, code), said],
        below: ['since', 'status', 'words'].flatMap((field) => contested(context, at(field))),
      }
    })
  return { head: [words.custody.since, words.custody.status, words.custody.words], rows }
}

/** Everything dated, in order; statements keep the footnotes that they have in their sections. */
export function chronologyRows(context: ReportContext): ChronologyRow[] {
  const { words, document } = context
  return document.derived.chronology
    .filter((entry) => entry.what !== 'opened' && entry.what !== 'closed')
    .map((entry) => {
      // A note without a place says that nobody knew; it must not read as if a place were meant.
      const what =
        entry.detail === null && (entry.what === 'held_from' || entry.what === 'held_to') ? entry.what.replace('held', 'lost') : entry.what
      const label = words.chronology[what as keyof typeof words.chronology] ?? what
      const detail = entry.detail === null ? '' : entry.what === 'status' ? context.termWords('custody_status', entry.detail) : entry.detail
      const notes = context.footnotes.for({ table: entry.table, id: entry.id })
      const text = detail === '' ? label : entry.what === 'status' ? detail : `${label}${words.marks.colon}${detail}`
      return { date: entry.date ? context.dateWords(entry.date.edtf) : words.chronology.noDate, what: [{ text, unsourced: false, notes }] }
    })
}

/** The sources that the file cites, by number, with their grades; protected ones by code name only. */
export function sourceRows(context: ReportContext): SourceRow[] {
  const { words, document, options, dateWords, termWords } = context
  return document.sources.map(({ source, number }) => {
    const { name, coded } = sourceName(document, source.id, options.audience, words)
    const reliability = source.reliability
    const detail = [
      source.kind && !coded ? termWords('source_kind', source.kind) : null,
      source.connection && !coded ? termWords('source_connection', source.connection) : null,
      source.made && !coded ? words.source.made(dateWords(source.made.edtf)) : null,
      source.published && !coded ? words.source.published(dateWords(source.published.edtf)) : null,
      source.received && !coded ? words.source.received(dateWords(source.received.edtf)) : null,
      source.accessed && !coded ? words.source.accessed(dateWords(source.accessed.edtf)) : null,
      source.relaysSourceId && !coded
        ? words.source.relays(sourceName(document, source.relaysSourceId, options.audience, words).name)
        : null,
      source.binned ? words.source.inBin : null,
    ]
    return {
      number,
      title: name,
      detail: detail.filter((part) => part !== null).join(words.marks.semicolon),
      grade: reliability ?? '–',
      gradeWords: reliability === null ? words.source.notGraded : words.source.reliability[reliability],
      link: coded ? null : (source.archivedLink ?? source.link),
    }
  })
}
