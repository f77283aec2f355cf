import { currentStatus, custodyGroupOf, daysHeld } from '../../domain/custody.ts'
import type { DaysHeld, StatusRecord } from '../../domain/custody.ts'
import { startBounds } from '../../domain/uncertain-date.ts'
import type { UncertainDate } from '../../domain/uncertain-date.ts'
import { fromDayNumber } from '../../domain/days.ts'
import { unknownSince } from '../../domain/unknown-since.ts'
import { ledgerOf } from '../../domain/whereabouts.ts'
import type { WhereaboutsNote } from '../../domain/whereabouts.ts'
import type { RecordTable } from '../../contract/index.ts'
import { isBinned } from './case-rows.ts'
import type { CaseRows } from './case-rows.ts'
import type { SqlRow } from './searched-fields.ts'
import { sortKey } from './sort-key.ts'

/** A row of `case_index`: what a list shows of a case file, and what lists sort and filter by. */
export type IndexRow = {
  case_id: number
  case_uuid: string
  person_uuid: string
  reference: string
  name: string
  name_key: string
  status: string | null
  status_group: string
  place: string | null
  place_key: string | null
  forces: string | null
  force_key: string | null
  caseworker_uuid: string | null
  arrest_earliest: number | null
  arrest_latest: number | null
  arrest_year: number | null
  /** Whether nobody can say where the person is; the last day that is known lies between the two others. */
  whereabouts_unknown: number
  unknown_earliest: number | null
  unknown_latest: number | null
  unknown_about: number
  unsourced: number
  changed_at: number
  tags: string
  custody: string
}

/**
 * What days in custody are counted from; kept in `case_index.custody` as JSON. `settled` is the count on a day after all
 * dates of the file, from which that of any later day follows without reading the dates again.
 */
export type CustodyFacts = {
  arrest: UncertainDate | null
  statuses: StatusRecord[]
  settled: { day: number; held: DaysHeld; growth: { least: number; most: number } }
}

const longestDescription = 80

/** The name under which a case file is listed: the person's own, else another of theirs, else the first words that describe them. */
export function shownName({ person, hanging }: CaseRows): string {
  const parts = [textOf(person, 'given_name'), textOf(person, 'family_name')].filter((part) => part !== null).join(' ')
  const other = standing(hanging.get('person_names'))
    .map((row) => textOf(row, 'name'))
    .find((name) => name !== null)
  const description = textOf(person, 'description')?.slice(0, longestDescription)
  return textOf(person, 'name') ?? (parts === '' ? undefined : parts) ?? other ?? description ?? ''
}

/** The row of `case_index` for a case file. `today` (a day number) decides where the person is now. */
export function indexRowOf(rows: CaseRows, parts: { unsourced: number; changedAt: number; today: number }): IndexRow {
  const { caseFile, person } = rows
  const facts = custodyFacts(rows)
  const status = currentStatus(facts.statuses)?.status ?? null
  const name = shownName(rows)
  const notes = standing(rows.hanging.get('whereabouts_notes')).map(noteOf)
  const place = currentPlace(notes, facts, parts.today)
  const forces = textOf(caseFile, 'arrest_forces')
  const arrested = facts.arrest?.earliest ?? null
  return {
    case_id: Number(caseFile['id']),
    case_uuid: String(caseFile['uuid']),
    person_uuid: String(person['uuid']),
    reference: String(caseFile['reference']),
    name,
    name_key: sortKey(name),
    status,
    status_group: status === null ? 'unknown' : custodyGroupOf(status),
    place,
    place_key: place === null ? null : sortKey(place),
    forces,
    force_key: forces === null ? null : sortKey(forces),
    caseworker_uuid: textOf(caseFile, 'caseworker_id'),
    arrest_earliest: arrested,
    arrest_latest: facts.arrest?.latest ?? null,
    arrest_year: arrested === null ? null : fromDayNumber(arrested).year,
    ...unknownColumns(notes, facts, parts.today),
    unsourced: parts.unsourced,
    changed_at: parts.changedAt,
    tags: String(caseFile['tags']),
    custody: JSON.stringify(facts),
  }
}

/** Since when the whereabouts are unknown; days are counted from it when a list is read. */
function unknownColumns(
  notes: readonly WhereaboutsNote[],
  { arrest, statuses, settled }: CustodyFacts,
  today: number,
): Pick<IndexRow, 'whereabouts_unknown' | 'unknown_earliest' | 'unknown_latest' | 'unknown_about'> {
  // A gap shows once a day of it has gone by, and the row is not written anew every night: so it is looked for from later on.
  const since = unknownSince({ notes, arrest, statuses, today: Math.max(today, settled.day) + 2 })
  const { earliest, latest } = since?.lastKnown ?? { earliest: null, latest: null }
  const isDated = earliest !== null && latest !== null
  return {
    whereabouts_unknown: since === null ? 0 : 1,
    unknown_earliest: isDated ? earliest : null,
    unknown_latest: isDated ? latest : null,
    unknown_about: since?.about === true ? 1 : 0,
  }
}

/** The arrest and the dated statuses of a case file, as they stand. */
export function custodyFacts({ caseFile, hanging }: CaseRows): CustodyFacts {
  const statuses = standing(hanging.get('custody_statuses')).flatMap((row): StatusRecord[] => {
    const status = textOf(row, 'status')
    return status === null ? [] : [{ id: String(row['uuid']), status, since: dateOf(row, 'since') }]
  })
  const arrest = dateOf(caseFile, 'arrest_date')
  return { arrest, statuses, settled: settledDays({ arrest, statuses }) }
}

/**
 * The days held on the first day by which every date of a case file lies behind. From then on each day adds the same to
 * either end of the count: one, or nothing (an end that is open, such as a release "since 2022", still moves the most).
 */
export function settledDays({ arrest, statuses }: Omit<CustodyFacts, 'settled'>): CustodyFacts['settled'] {
  const dates = [arrest, ...statuses.map(({ since }) => since)].filter((date) => date !== null)
  const bounds = dates.flatMap((date) => [date, startBounds(date)])
  const day = Math.max(0, ...bounds.flatMap(({ earliest, latest }) => [earliest ?? 0, latest ?? 0]))
  const held = daysHeld({ arrest, statuses, today: day })
  const next = daysHeld({ arrest, statuses, today: day + 1 })
  const grows = held.kind === 'range' && next.kind === 'range'
  return { day, held, growth: grows ? { least: next.least - held.least, most: next.most - held.most } : { least: 0, most: 0 } }
}

/** Where the person is now, as far as the notes say: the place of the stretch that goes on, or the one note that has no date. */
function currentPlace(notes: readonly WhereaboutsNote[], { arrest, statuses }: CustodyFacts, today: number): string | null {
  const ledger = ledgerOf({ notes, arrest, statuses, today })
  const goingOn = ledger.findLast((entry) => entry.open)
  if (goingOn !== undefined && goingOn.kind !== 'gap') return goingOn.place
  const isHeld = custodyGroupOf(currentStatus(statuses)?.status ?? '') === 'held'
  const undated = ledger.findLast((entry) => entry.kind === 'undated' && entry.place !== null)
  return isHeld && ledger.every((entry) => entry.kind === 'undated' || entry.kind === 'gap') ? (undated?.place ?? null) : null
}

function noteOf(row: SqlRow): WhereaboutsNote {
  return {
    id: String(row['uuid']),
    place: textOf(row, 'place'),
    from: dateOf(row, 'from'),
    to: dateOf(row, 'to'),
    capture: oneOf(row['capture'], ['acknowledged', 'denied']),
    locationDisclosed: oneOf(row['location_disclosed'], ['yes', 'no']),
    confidence: oneOf(row['confidence'], ['confirmed', 'reported', 'rumoured', 'contradicted']),
  }
}

const standing = (rows: readonly SqlRow[] | undefined): SqlRow[] => (rows ?? []).filter((row) => !isBinned(row))

function oneOf<const C extends string>(value: string | number | null | undefined, choices: readonly C[]): C | 'unknown' {
  return choices.find((choice) => choice === value) ?? 'unknown'
}

export function textOf(row: SqlRow, column: string): string | null {
  const value = row[column]
  return typeof value === 'string' && value !== '' ? value : null
}

export function dateOf(row: SqlRow, column: string): UncertainDate | null {
  const edtf = textOf(row, `${column}_edtf`)
  if (edtf === null) return null
  const [earliest, latest] = [row[`${column}_earliest`], row[`${column}_latest`]]
  return { edtf, earliest: typeof earliest === 'number' ? earliest : null, latest: typeof latest === 'number' ? latest : null }
}

/** The number of the change that last touched anything of a case file, bin included. Sources belong to no one case. */
export function lastRevision({ caseFile, person, hanging }: CaseRows): number {
  const rows = [...hanging].flatMap(([table, found]: [RecordTable, readonly SqlRow[]]) => (table === 'sources' ? [] : found))
  return Math.max(...[caseFile, person, ...rows].map((row) => Number(row['revision'])))
}
