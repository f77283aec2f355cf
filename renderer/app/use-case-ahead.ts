import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

import { callQuery } from '../api/hooks.ts'
import { useToday } from '../features/cases/use-today.ts'
import type { Place } from './navigation.tsx'

/** Asks for a case file as soon as it is gone to, while the page still puts away what was there before. */
export function useCaseAhead(place: Place): void {
  const cache = useQueryClient()
  const today = useToday()
  const id = place.name === 'cases' ? place.caseId : null
  useEffect(() => {
    if (id !== null) void cache.prefetchQuery(callQuery('cases.get', { id, today }))
  }, [cache, id, today])
}
