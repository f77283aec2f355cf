import { useCall } from '../../api/hooks.ts'
import { draftToForm, isUntouched } from '../intake/intake-form.ts'
import { draftOf, type DraftOf } from './drafts.ts'

/** What was typed and not entered, with the person or source that it belongs to. */
export type Draft = {
  key: string
  /** UTC milliseconds. */
  at: number
  of: DraftOf
  /** Null for a new case, which belongs nowhere yet. */
  place: { caseId: string | null; name: string } | null
}

/** Everything typed and not entered, newest first; undefined until it is known. */
export function useDrafts(): readonly Draft[] | undefined {
  const { data } = useCall('drafts.list', {}, { fleeting: true })
  const known = (data?.drafts ?? []).flatMap(({ key, at, value }) => {
    const of = draftOf(key)
    if (of === null || (of.kind === 'new_case' && isUntouched(draftToForm(value)))) return []
    return [{ key, at, of }]
  })
  const rows = known.flatMap(({ of }) => (of.kind === 'new_case' ? [] : [{ table: of.table, id: of.id }])).slice(0, 200)
  const places = useCall('home.draftPlaces', { rows }, { enabled: rows.length > 0 })
  if (data === undefined || (rows.length > 0 && places.data === undefined)) return undefined
  return known
    .flatMap((draft): Draft[] => {
      const { of } = draft
      if (of.kind === 'new_case') return [{ ...draft, place: null }]
      const place = places.data?.places.find(({ table, id }) => table === of.table && id === of.id)
      return place === undefined ? [] : [{ ...draft, place }]
    })
    .toSorted((one, other) => other.at - one.at)
}
