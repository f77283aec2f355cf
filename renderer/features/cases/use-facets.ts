import { useEffect, useState } from 'react'

import type { CallOutput, CaseFilter } from '../../../electron/contract/index.ts'
import { useCall } from '../../api/hooks.ts'
import { staleAfter } from './list-query.ts'

export type Facets = CallOutput<'search.facets'>
type Asked = { query: string; filter: CaseFilter; today: string }

/** Counting waits until the rows are there and nothing was typed for so long, in milliseconds: rows come first. */
const patience = 90

/** How many case files each filter would leave; the counts before stay until the new ones are there. */
export function useFacets(asked: Asked, rowsAreThere: boolean): Facets | undefined {
  const [counted, setCounted] = useState(asked)
  useEffect(() => {
    if (!rowsAreThere || counted === asked) return undefined
    const timer = setTimeout(() => setCounted(asked), patience)
    return () => clearTimeout(timer)
  }, [asked, counted, rowsAreThere])
  return useCall(
    'search.facets',
    { query: counted.query, filter: counted.filter, today: counted.today, staleDays: staleAfter },
    { keepPrevious: true },
  ).data
}
