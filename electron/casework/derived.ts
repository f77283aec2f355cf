import type { CaseDocument, UncertainDateValue } from '../contract/index.ts'
import { currentStatus, custodyGroupOf, daysHeld } from '../domain/custody.ts'
import type { StatusRecord } from '../domain/custody.ts'
import { dayOfIso } from '../domain/days.ts'
import { independentSources } from '../domain/grading.ts'
import { wgeidReadiness } from '../domain/readiness.ts'
import { compareByDate } from '../domain/uncertain-date.ts'
import { ledgerOf } from '../domain/whereabouts.ts'
import type { WhereaboutsNote } from '../domain/whereabouts.ts'
import type { CaseParts } from './case-document.ts'
import { refuse } from './refusals.ts'
import { isDate, isEmpty } from './rows.ts'
import type { Row } from './rows.ts'
import { carriedBySources, citationsOfField, readRowOf, unsourcedStatements } from './statements.ts'
import type { Carried } from './statements.ts'

/** What follows from a case file as of a day: nothing of this is stored. */
export function derivedParts(
  { caseFile, person, hanging }: CaseParts,
  sources: readonly Row[],
  today: string,
  submitter: string,
): CaseDocument['derived'] {
  const day = dayOfIso(today)
  if (day === null) return refuse('today', 'not_a_day')
  const rows = (table: 'charges' | 'whereabouts_notes' | 'custody_statuses' | 'citations'): readonly Row[] => hanging.get(table) ?? []
  const statuses = rows('custody_statuses').flatMap((row): StatusRecord[] => {
    const status = textOf(row, 'status')
    return status === null ? [] : [{ id: row.id, status, since: dateOf(row, 'since') }]
  })
  const arrest = dateOf(caseFile, 'arrestDate')
  const current = currentStatus(statuses)
  const carried = carriedBySources(
    rows('citations')
      .filter(({ binnedChange }) => binnedChange === caseFile.binnedChange)
      .map((row) => ({ ...row, binnedChange: null })),
    new Set(sources.filter(({ binnedChange }) => binnedChange !== null).map(({ id }) => id)),
  )
  return {
    today,
    currentStatusId: current?.id ?? null,
    statusGroup: custodyGroupOf(current?.status ?? 'unknown'),
    daysHeld: daysHeld({ arrest, statuses, today: day }),
    ledger: ledgerOf({ notes: rows('whereabouts_notes').map(noteOf), arrest, statuses, today: day }),
    chronology: chronologyOf(caseFile, person, rows('charges'), rows('whereabouts_notes'), rows('custody_statuses')),
    unsourced: unsourcedStatements(statementRows({ caseFile, person, hanging }).map(readRowOf), carried),
    wgeid: wgeidOf({ caseFile, person, hanging }, carried, sources, submitter),
  }
}

/** The rows of a case file whose fields are statements, in the order in which a reader meets them. */
export const statementRows = ({ caseFile, person, hanging }: CaseParts): Row[] => [
  caseFile,
  person,
  ...(['person_names', 'identity_documents', 'charges', 'whereabouts_notes', 'custody_statuses', 'competing_values'] as const).flatMap(
    (table) => hanging.get(table) ?? [],
  ),
]

function noteOf(row: Row): WhereaboutsNote {
  return {
    id: row.id,
    place: textOf(row, 'place'),
    from: dateOf(row, 'from'),
    to: dateOf(row, 'to'),
    capture: oneOf(row, 'capture', ['acknowledged', 'denied']),
    locationDisclosed: oneOf(row, 'locationDisclosed', ['yes', 'no']),
    confidence: oneOf(row, 'confidence', ['confirmed', 'reported', 'rumoured', 'contradicted']),
  }
}

/** Every dated happening, in order; custody statuses and charges without a date come last. */
function chronologyOf(
  caseFile: Row,
  person: Row,
  charges: readonly Row[],
  notes: readonly Row[],
  statuses: readonly Row[],
): CaseDocument['derived']['chronology'] {
  const entry = (row: Row, what: string, field: string, detail: string | null) => ({
    table: row.table,
    id: row.id,
    what,
    date: dateOf(row, field),
    detail,
  })
  const dated = [
    entry(person, 'born', 'birth', textOf(person, 'birthPlace')),
    entry(caseFile, 'arrested', 'arrestDate', textOf(caseFile, 'arrestPlace')),
    ...notes.flatMap((note) => [
      entry(note, 'held_from', 'from', textOf(note, 'place')),
      entry(note, 'held_to', 'to', textOf(note, 'place')),
    ]),
    entry(person, 'died', 'death', null),
    entry(caseFile, 'opened', 'opened', null),
    entry(caseFile, 'closed', 'closed', null),
  ].filter(({ date }) => date !== null)
  const always = [
    ...statuses.map((status) => entry(status, 'status', 'since', textOf(status, 'status'))),
    ...charges.map((charge) => entry(charge, 'charge', 'date', textOf(charge, 'offence'))),
  ].filter(({ date, detail }) => date !== null || detail !== null)
  return [...dated, ...always].toSorted((a, b) => compareByDate(a.date, b.date))
}

function wgeidOf(
  { caseFile, person, hanging }: CaseParts,
  carried: Carried,
  sources: readonly Row[],
  submitter: string,
): CaseDocument['derived']['wgeid'] {
  const relays = sources.map(({ id, values }) => ({
    id,
    relays: typeof values['relaysSourceId'] === 'string' ? values['relaysSourceId'] : null,
  }))
  const sourced = (row: Row, field: string): { there: boolean; independentSources: number } => {
    const cited = new Set(citationsOfField(carried, row, field).map(({ values }) => String(values['sourceId'])))
    return {
      there: !isEmpty(row.values[field]),
      independentSources: independentSources(
        relays.filter(({ id }) => cited.has(id)),
        relays,
      ).length,
    }
  }
  const missing = (hanging.get('custody_statuses') ?? []).find(
    ({ values }) => values['status'] === 'forcibly_disappeared' && isDate(values['since']),
  )
  const disappeared = missing ?? caseFile
  const field = missing === undefined ? 'arrestDate' : 'since'
  return wgeidReadiness({
    fullName: sourced(person, 'name'),
    disappearance: { edtf: dateOf(disappeared, field)?.edtf ?? null, independentSources: sourced(disappeared, field).independentSources },
    place: sourced(caseFile, 'arrestPlace'),
    forces: sourced(caseFile, 'arrestForces'),
    // Remedies and consent have no place in a case file yet, so the form still lacks them.
    stepsTaken: false,
    submitter: submitter !== '',
    consent: 'not_asked',
  })
}

const textOf = ({ values }: Row, field: string): string | null => {
  const value = values[field]
  return typeof value === 'string' && value !== '' ? value : null
}

const dateOf = ({ values }: Row, field: string): UncertainDateValue | null => {
  const value = values[field]
  return isDate(value) ? value : null
}

function oneOf<const C extends string>({ values }: Row, field: string, choices: readonly C[]): C | 'unknown' {
  return choices.find((choice) => choice === values[field]) ?? 'unknown'
}
