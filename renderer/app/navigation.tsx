import { createContext, use, useCallback, useMemo, useState, type ReactNode } from 'react'

/** Places that the rail leads to. */
export type RailPlace = 'cases' | 'people' | 'sources' | 'bin' | 'settings'

/** Where one is. Kept in memory only: nothing of a case gets into an address, a title or a history. */
export type Place =
  | { name: 'cases'; caseId: string | null; report: boolean }
  | { name: 'intake' }
  | { name: 'people' }
  | { name: 'sources'; sourceId: string | null }
  | { name: 'bin' }
  | { name: 'settings' }

export type Navigation = {
  place: Place
  /** Shows a case file beside the list. */
  open: (caseId: string) => void
  /** Shows the report of a case file. */
  openReport: (caseId: string) => void
  openSource: (sourceId: string) => void
  newCase: () => void
  goTo: (place: RailPlace) => void
}

const NavigationContext = createContext<Navigation | null>(null)

/** Where one is and how to get elsewhere. */
export function useNavigation(): Navigation {
  const navigation = use(NavigationContext)
  if (navigation === null) throw new Error('Navigation is used outside of the page')
  return navigation
}

const placeOf = (name: RailPlace, last: { caseId: string | null; sourceId: string | null }): Place => {
  switch (name) {
    case 'cases':
      return { name, caseId: last.caseId, report: false }
    case 'sources':
      return { name, sourceId: last.sourceId }
    case 'people':
    case 'bin':
    case 'settings':
      return { name }
  }
}

export function NavigationProvider({ children }: { children: ReactNode }) {
  const [place, setPlace] = useState<Place>({ name: 'cases', caseId: null, report: false })
  // Coming back to a place shows what was open there.
  const [last, setLast] = useState<{ caseId: string | null; sourceId: string | null }>({ caseId: null, sourceId: null })

  const show = useCallback((next: Place) => {
    setPlace(next)
    if (next.name === 'cases') setLast((before) => ({ ...before, caseId: next.caseId }))
    if (next.name === 'sources') setLast((before) => ({ ...before, sourceId: next.sourceId }))
  }, [])

  const navigation = useMemo<Navigation>(
    () => ({
      place,
      open: (caseId) => show({ name: 'cases', caseId, report: false }),
      openReport: (caseId) => show({ name: 'cases', caseId, report: true }),
      openSource: (sourceId) => show({ name: 'sources', sourceId }),
      newCase: () => show({ name: 'intake' }),
      // Going where one is already leads back to that place's front.
      goTo: (name) => show(placeOf(name, place.name === name ? { caseId: null, sourceId: null } : last)),
    }),
    [last, place, show],
  )
  return <NavigationContext value={navigation}>{children}</NavigationContext>
}
