import type { UncertainDateValue } from '../../contract/index.ts'
import type { Connection } from '../../vault/pragmas.ts'
import { once } from './once.ts'
import { piecesOfRow } from './searched-fields.ts'
import type { SqlRow } from './searched-fields.ts'

/** A person as pickers and the panel of possible duplicates show them: what tells namesakes apart. */
export type PersonCard = {
  rowId: number
  id: string
  name: string
  /** Every name, the first the one shown, each with its kind. */
  names: { kind: string; name: string }[]
  birth: UncertainDateValue | null
  birthPlace: string | null
  distinguishing: string | null
  cases: { id: string; reference: string; status: string | null }[]
}

const statements = once((db: Connection) => ({
  person: db.prepare<[number], SqlRow>('SELECT * FROM persons WHERE id = ? AND binned_change IS NULL'),
  names: db.prepare<[string], SqlRow>('SELECT * FROM person_names WHERE person_id = ? AND binned_change IS NULL ORDER BY id'),
  cases: db.prepare<[string], PersonCard['cases'][number]>(
    'SELECT case_uuid AS id, reference, status FROM case_index WHERE person_uuid = ? ORDER BY case_id DESC',
  ),
}))

/** The card of a person by the row's number; undefined for one in the bin. */
export function personCard(db: Connection, rowId: number): PersonCard | undefined {
  const read = statements(db)
  const row = read.person.get(rowId)
  if (row === undefined) return undefined
  const id = String(row['uuid'])
  const own = piecesOfRow('persons', row).filter(({ column }) => column === 'names')
  const name =
    own.find(({ field }) => field === 'name')?.text ??
    own
      .toReversed()
      .map(({ text }) => text)
      .join(' ')
  const others = read.names
    .all(id)
    .flatMap((other) => (typeof other['name'] === 'string' ? [{ kind: String(other['kind'] ?? 'other'), name: other['name'] }] : []))
  return {
    rowId,
    id,
    name: name === '' ? (others[0]?.name ?? '') : name,
    names: [...(name === '' ? [] : [{ kind: 'name', name }]), ...others],
    birth: birthOf(row),
    birthPlace: textOf(row['birth_place']),
    distinguishing: textOf(row['distinguishing']),
    cases: read.cases.all(id),
  }
}

function birthOf(row: SqlRow): UncertainDateValue | null {
  const edtf = textOf(row['birth_edtf'])
  if (edtf === null) return null
  return {
    edtf,
    typed: textOf(row['birth_typed']) ?? edtf,
    earliest: numberOf(row['birth_earliest']),
    latest: numberOf(row['birth_latest']),
  }
}

const textOf = (value: string | number | null | undefined): string | null => (typeof value === 'string' && value !== '' ? value : null)
const numberOf = (value: string | number | null | undefined): number | null => (typeof value === 'number' ? value : null)
