import { custodyDays, custodyDaysOfPerson } from '../../domain/custody-over-time.ts'
import type { CustodyDays, DaySpan } from '../../domain/custody-over-time.ts'
import type { Connection } from '../../vault/pragmas.ts'
import { isBinned } from './case-rows.ts'
import { dateOf, textOf } from './index-row.ts'
import { once } from './once.ts'
import type { SqlRow } from './searched-fields.ts'

const millisecondsADay = 86_400_000
/** Stands for an open beginning: before any day that a date can name. */
export const dawn = -720_000

type Span = { kind: string; from_day: number; to_day: number | null }
type Status = SqlRow & { recorded_at: number | null }

const statements = once((db: Connection) => ({
  cases: db.prepare<[string], SqlRow>(
    'SELECT uuid, arrest_date_edtf, arrest_date_earliest, arrest_date_latest FROM case_files WHERE person_id = ? AND binned_change IS NULL ORDER BY id',
  ),
  statuses: db.prepare<[string], Status>(
    `SELECT uuid, status, since_edtf, since_earliest, since_latest, (SELECT at FROM change_sets WHERE change_no = s.revision) AS recorded_at
     FROM custody_statuses AS s WHERE case_id = ? AND binned_change IS NULL AND status IS NOT NULL ORDER BY id`,
  ),
  of: db.prepare<[number], Span>('SELECT kind, from_day, to_day FROM custody_spans WHERE person_id = ? ORDER BY kind, from_day'),
  add: db.prepare('INSERT INTO custody_spans (person_id, kind, from_day, to_day) VALUES (?, ?, ?, ?)'),
  drop: db.prepare('DELETE FROM custody_spans WHERE person_id = ?'),
}))

/** The custody of a person over time, out of all their case files that are not in the bin, as rows. */
export function expectedSpans(db: Connection, person: SqlRow): Span[] {
  if (isBinned(person)) return []
  const read = statements(db)
  const files = read.cases.all(String(person['uuid'])).map((file) =>
    custodyDays({
      arrest: dateOf(file, 'arrest_date'),
      statuses: read.statuses.all(String(file['uuid'])).map((row) => ({
        id: String(row['uuid']),
        status: textOf(row, 'status') ?? 'unknown',
        since: dateOf(row, 'since'),
        recorded: row.recorded_at === null ? null : Math.floor(row.recorded_at / millisecondsADay),
      })),
    }),
  )
  return spanRows(custodyDaysOfPerson(files))
}

function spanRows({ held, unknown, undated }: CustodyDays): Span[] {
  const rows = (kind: string, spans: readonly DaySpan[]): Span[] =>
    spans.map(({ from, to }) => ({ kind, from_day: from ?? dawn, to_day: to }))
  return [
    ...rows('held_least', held.least),
    ...rows('held_most', held.most),
    ...(undated ? [{ kind: 'undated', from_day: dawn, to_day: null }] : []),
    ...rows('unknown_least', unknown.least),
    ...rows('unknown_most', unknown.most),
  ]
}

/** The custody of a person as the index has it. */
export const indexedSpans = (db: Connection, personId: number): Span[] => statements(db).of.all(personId)

/** Writes the custody of a person where it differs. */
export function putCustody(db: Connection, person: SqlRow): void {
  const personId = Number(person['id'])
  const next = expectedSpans(db, person)
  if (JSON.stringify(indexedSpans(db, personId)) === JSON.stringify(next)) return
  const { add, drop } = statements(db)
  drop.run(personId)
  for (const { kind, from_day, to_day } of next) add.run(personId, kind, from_day, to_day)
}
