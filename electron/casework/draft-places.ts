import type { CallOutput, CallRequest } from '../contract/index.ts'
import type { Casework } from './casework.ts'
import { caseIdsOf } from './family.ts'
import { maskedSource } from './masking.ts'
import { first } from './prepare.ts'
import { findRow } from './rows.ts'

type Place = CallOutput<'home.draftPlaces'>['places'][number]

/** The call that tells which case file, or which source, the row of a draft belongs to. */
export function draftPlaceHandlers({ vault: { db } }: Casework) {
  const placeOf = ({ table, id }: CallRequest<'home.draftPlaces'>['rows'][number]): Place[] => {
    const row = findRow(db, table, id)
    if (row === undefined) return []
    if (table === 'sources') {
      const { source } = maskedSource(row)
      return [{ table, id, caseId: null, name: source.title ?? source.codeName ?? '' }]
    }
    // A person's rows show in all of the person's case files; any that is not in the bin will do.
    const found = first<{ uuid: string; name: string }>(
      db,
      `SELECT c.uuid, coalesce(p.name, '') AS name FROM case_files c JOIN persons p ON p.uuid = c.person_id
       WHERE c.uuid IN (SELECT value FROM json_each(?)) ORDER BY c.binned_change IS NOT NULL, c.id LIMIT 1`,
      JSON.stringify(caseIdsOf(db, row)),
    )
    return found === undefined ? [] : [{ table, id, caseId: found.uuid, name: found.name }]
  }
  return {
    'home.draftPlaces': ({ rows }: CallRequest<'home.draftPlaces'>): CallOutput<'home.draftPlaces'> => ({ places: rows.flatMap(placeOf) }),
  }
}
