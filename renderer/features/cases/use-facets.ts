import { useEffect, useState } from 'react'

import type { CallOutput, CaseFilter } from '../../../electron/contract/index.ts'
import { useCall } from '../../api/hooks.ts'
import { staleAfter } from './list-query.ts'

export type Facets = CallOutput<'search.facets'>
/** `current`: they belong to the rows that are shown. Until they do nobody may read a number off them. */
export type Counted = { facets: Facets | undefined; current: boolean }
type Asked = { query: string; filter: CaseFilter; today: string }

/** Counting waits until the rows are there and nothing was typed for so long, in milliseconds: rows come first. */
const patience = 90

/** How many case files each filter would leave; the names of the filters stay while the counts are made anew. */
export function useFacets(asked: Asked, rowsAreThere: boolean): Counted {
  const [counted, setCounted] = useState(asked)
  useEffect(() => {
    if (!rowsAreThere || counted === asked) return undefined
    const timer = setTimeout(() => setCounted(asked), patience)
    return () => clearTimeout(timer)
  }, [asked, counted, rowsAreThere])
  const { data, isPlaceholderData } = useCall(
    'search.facets',
    { query: counted.query, filter: counted.filter, today: counted.today, staleDays: staleAfter },
    { keepPrevious: true },
  )
  return { facets: data, current: data !== undefined && !isPlaceholderData && counted === asked && rowsAreThere }
}
