import { useQueries } from '@tanstack/react-query'

import type { CallOutput } from '../../electron/contract/index.ts'
import { call } from '../api/client.ts'
import { CallFailure, keyOf } from '../api/hooks.ts'
import { useToday } from '../features/cases/use-today.ts'

/** As much of a case file as its name on a tab needs; `gone`: it lies in the bin or can't be found any more. */
export type CaseHead = {
  id: string
  /** Null: not known, or not read yet. */
  name: string | null
  reference: string
  group: CallOutput<'cases.get'>['derived']['statusGroup'] | null
  gone: boolean
  loading: boolean
}

/** The heads of some case files, in their order; asked under the same key as the documents, so that none is read twice. */
export function useCaseHeads(ids: readonly string[]): CaseHead[] {
  const today = useToday()
  return useQueries({
    queries: ids.map((id) => ({
      queryKey: keyOf('cases.get', { id, today }),
      queryFn: async (): Promise<CallOutput<'cases.get'>> => {
        const answer = await call('cases.get', { id, today })
        if (answer.ok) return answer.value
        throw new CallFailure(answer.error)
      },
    })),
    combine: (results) =>
      results.map(({ data, error, isPending }, index) => ({
        id: ids[index] ?? '',
        name: data?.person.name ?? null,
        reference: data?.caseFile.reference ?? '',
        group: data?.derived.statusGroup ?? null,
        gone: data?.caseFile.binned === true || (error instanceof CallFailure && error.failure.code === 'not_found'),
        loading: isPending,
      })),
  })
}
