import { keepPreviousData, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query'
import { useCallback, useState } from 'react'

import type { Answer, CallError, CallInput, CallName, CallOutput } from '../../electron/contract/index.ts'
import { callKey } from './call-key.ts'
import { call } from './client.ts'

/** A query's refusal, thrown so that TanStack Query sees it as one. Its message is a code, never a value. */
export class CallFailure extends Error {
  readonly failure: CallError
  constructor(failure: CallError) {
    super(failure.code)
    this.failure = failure
  }
}

type Options = {
  /** False: not asked yet. */
  enabled?: boolean
  /** The last answer stays while the next one is on its way: no flicker while typing. */
  keepPrevious?: boolean
  /** Forgotten as soon as nothing shows it, for what should not linger. */
  fleeting?: boolean
}

/** Key under which an answer is kept. */
export const keyOf = <C extends CallName>(name: C, input: CallInput<C>) => [callKey, name, input] as const

/** A query as the cache takes it: for asking before the answer is shown. */
export const callQuery = <C extends CallName>(name: C, input: CallInput<C>) => ({
  queryKey: keyOf(name, input),
  queryFn: async (): Promise<CallOutput<C>> => {
    const answer = await call(name, input)
    if (answer.ok) return answer.value
    throw new CallFailure(answer.error)
  },
})

/** A query's answer, asked anew whenever one of the tables that it reads has changed. */
export function useCall<C extends CallName>(
  name: C,
  input: CallInput<C>,
  options: Options = {},
): UseQueryResult<CallOutput<C>, CallFailure> {
  return useQuery<CallOutput<C>, CallFailure>({
    ...callQuery(name, input),
    enabled: options.enabled ?? true,
    ...(options.keepPrevious === true && { placeholderData: keepPreviousData }),
    ...(options.fleeting === true && { gcTime: 0 }),
  })
}

export type Command<C extends CallName> = {
  /** Sends the command and gives its answer; never throws. */
  run: (input: CallInput<C>) => Promise<Answer<CallOutput<C>>>
  busy: boolean
  /** Why the last run failed; null while none has. */
  error: CallError | null
  clearError: () => void
}

/** A command with its state. The cache follows by itself (`data.changed`). */
export function useCommand<C extends CallName>(name: C): Command<C> {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<CallError | null>(null)
  const run = useCallback(
    async (input: CallInput<C>) => {
      setBusy(true)
      setError(null)
      const answer = await call(name, input)
      setBusy(false)
      if (!answer.ok) setError(answer.error)
      return answer
    },
    [name],
  )
  return { run, busy, error, clearError: useCallback(() => setError(null), []) }
}

/** Puts an answer that a command gave into the cache of a query. */
export function useSetAnswer(): <C extends CallName>(name: C, input: CallInput<C>, value: CallOutput<C>) => void {
  const cache = useQueryClient()
  return useCallback((name, input, value) => void cache.setQueryData(keyOf(name, input), value), [cache])
}
