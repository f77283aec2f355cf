import type { CallOutput } from '../../electron/contract/index.ts'
import { useCall } from '../api/hooks.ts'

/** As much of a case file as its name on a tab needs; `gone`: it lies in the bin or can't be found any more. */
export type CaseHead = {
  id: string
  /** Null: not known, or not read yet. */
  name: string | null
  reference: string
  group: CallOutput<'cases.heads'>['heads'][number]['statusGroup'] | null
  gone: boolean
  loading: boolean
}

/** The heads of some case files, in their order; asked for all together. */
export function useCaseHeads(ids: readonly string[]): CaseHead[] {
  const { data, isPlaceholderData } = useCall('cases.heads', { ids: [...ids] }, { keepPrevious: true, enabled: ids.length > 0 })
  const known = new Map(data?.heads.map((head) => [head.id, head]))
  return ids.map((id) => {
    const head = known.get(id)
    // The answer of a moment ago, to other ids, says nothing of an id that it was not asked for.
    const answered = data !== undefined && !isPlaceholderData
    return {
      id,
      name: head === undefined || head.name === '' ? null : head.name,
      reference: head?.reference ?? '',
      group: head?.statusGroup ?? null,
      gone: head === undefined ? answered : head.binned,
      loading: !answered && head === undefined,
    }
  })
}
