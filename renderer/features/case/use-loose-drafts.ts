import { useCallback, useMemo, useRef } from 'react'

import { call } from '../../api/client.ts'
import { useCall } from '../../api/hooks.ts'
import type { CaseView } from './case-context.ts'
import { draftAfter } from './saving/field-saver.ts'

const none: ReadonlyMap<string, string> = new Map()

/** Drafts of what has no row yet: a form left half filled stands again after unlocking. */
export function useLooseDrafts(): Pick<CaseView, 'looseDrafts' | 'putLooseDraft' | 'clearLooseDraft'> {
  const { data } = useCall('drafts.list', {}, { fleeting: true })
  const timers = useRef(new Map<string, ReturnType<typeof setTimeout>>())
  const latest = useRef(new Map<string, string>())
  const looseDrafts = useMemo(
    () => (data === undefined || data.drafts.length === 0 ? none : new Map(data.drafts.map((draft) => [draft.key, draft.value]))),
    [data],
  )

  const putLooseDraft = useCallback((key: string, value: string) => {
    latest.current.set(key, value)
    if (timers.current.has(key)) return
    timers.current.set(
      key,
      setTimeout(() => {
        timers.current.delete(key)
        void call('drafts.put', { key, value: latest.current.get(key) ?? '', baseRevision: null })
      }, draftAfter),
    )
  }, [])

  const clearLooseDraft = useCallback((key: string) => {
    clearTimeout(timers.current.get(key))
    timers.current.delete(key)
    void call('drafts.clear', { key })
  }, [])

  return useMemo(() => ({ looseDrafts, putLooseDraft, clearLooseDraft }), [looseDrafts, putLooseDraft, clearLooseDraft])
}
