import { createContext, use, useCallback, useEffect, useMemo, useReducer, useRef, type ReactNode } from 'react'

import { usePreferences } from '../api/preferences.ts'
import {
  closeTab,
  firstState,
  goBack,
  goForward,
  goToPlace,
  neighbourTab,
  openCase,
  restoreTabs,
  showPlace,
  tabOfNumber,
  type FrameState,
  type Place,
  type RailPlace,
} from './frame-state.ts'

export type { Place, RailPlace } from './frame-state.ts'

export type Navigation = {
  place: Place
  /** Case files open as tabs, first to last. */
  tabs: readonly string[]
  /** The tab that is in front, or was when one went elsewhere. */
  activeTab: string | null
  /** Shows a case file beside the list: in its tab, or in the one in front, or in a new one where that is asked for. */
  open: (caseId: string, how?: { newTab?: boolean }) => void
  /** Shows the report of a case file. */
  openReport: (caseId: string) => void
  openSource: (sourceId: string) => void
  openPerson: (personId: string) => void
  newCase: () => void
  goTo: (place: RailPlace) => void
  /** The guide, at a chapter or at its contents. */
  openGuide: (chapter?: string) => void
  back: () => void
  forward: () => void
  canGoBack: boolean
  canGoForward: boolean
  closeTab: (caseId: string) => void
  /** The next tab, or the one before. */
  stepTab: (step: 1 | -1) => void
  /** The tab of a number key, 1 to 9. */
  pickTab: (number: number) => void
  /** Says that something typed into a case file is not saved yet: its tab is not used for another one meanwhile. */
  holdTab: (caseId: string, held: boolean) => void
}

const NavigationContext = createContext<Navigation | null>(null)

/** Where one is and how to get elsewhere. */
export function useNavigation(): Navigation {
  const navigation = use(NavigationContext)
  if (navigation === null) throw new Error('Navigation is used outside of the page')
  return navigation
}

type Step = (state: FrameState) => FrameState
const mostRecent = 20

export function NavigationProvider({ children }: { children: ReactNode }) {
  const [state, move] = useReducer((before: FrameState, step: Step) => step(before), firstState)
  const held = useRef(new Set<string>())
  useKeptTabs(state, move)

  const open = useCallback((caseId: string, how: { newTab?: boolean; report?: boolean } = {}) => {
    move((before) => {
      const front = before.tabs.find((tab) => tab.key === before.front)
      return openCase(before, caseId, { ...how, held: front !== undefined && held.current.has(front.caseId) })
    })
  }, [])
  const acts = useMemo(
    () =>
      ({
        open,
        openReport: (caseId) => open(caseId, { report: true }),
        openSource: (sourceId) => move((before) => showPlace(before, { name: 'sources', sourceId })),
        openPerson: (personId) => move((before) => showPlace(before, { name: 'people', personId })),
        newCase: () => move((before) => showPlace(before, { name: 'intake' })),
        goTo: (name) => move((before) => goToPlace(before, name)),
        openGuide: (chapter) => move((before) => showPlace(before, { name: 'guide', chapter: chapter ?? null })),
        back: () => move(goBack),
        forward: () => move(goForward),
        closeTab: (caseId) => move((before) => closeTab(before, caseId)),
        stepTab: (step) => move((before) => openIfAny(before, neighbourTab(before, step))),
        pickTab: (number) => move((before) => openIfAny(before, tabOfNumber(before, number))),
        holdTab: (caseId, isHeld) => void (isHeld ? held.current.add(caseId) : held.current.delete(caseId)),
      }) satisfies Partial<Navigation>,
    [open],
  )
  const navigation = useMemo<Navigation>(
    () => ({
      ...acts,
      place: state.now.place,
      tabs: state.tabs.map((tab) => tab.caseId),
      activeTab: state.tabs.find((tab) => tab.key === state.front)?.caseId ?? null,
      canGoBack: state.past.length > 0,
      canGoForward: state.future.length > 0,
    }),
    [acts, state],
  )
  return <NavigationContext value={navigation}>{children}</NavigationContext>
}

const openIfAny = (state: FrameState, caseId: string | null): FrameState => (caseId === null ? state : openCase(state, caseId))

/** Tabs come back after unlocking, and the vault is told of every change of theirs. */
function useKeptTabs(state: FrameState, move: (step: Step) => void): void {
  const { preferences, loaded, change } = usePreferences()
  const restored = useRef(false)
  const { tabs, activeTab, recent } = preferences
  useEffect(() => {
    if (!loaded || restored.current) return
    restored.current = true
    move((before) => restoreTabs(before, tabs, activeTab))
  }, [loaded, tabs, activeTab, move])

  const told = useRef<{ tabs: FrameState['tabs']; front: number | null } | null>(null)
  useEffect(() => {
    if (!restored.current) return
    const first = told.current === null
    if (!first && told.current?.tabs === state.tabs && told.current.front === state.front) return
    told.current = { tabs: state.tabs, front: state.front }
    // What was just restored is known to the vault already.
    if (first && state.tabs.length === 0) return
    change({ tabs: state.tabs.map((tab) => tab.caseId), activeTab: state.tabs.find((tab) => tab.key === state.front)?.caseId ?? null })
  }, [state.tabs, state.front, change])

  const seen = state.now.place.name === 'cases' ? state.now.place.caseId : null
  const knownRecent = useRef(recent)
  knownRecent.current = recent
  useEffect(() => {
    if (seen === null || knownRecent.current[0] === seen) return
    change({ recent: [seen, ...knownRecent.current.filter((one) => one !== seen)].slice(0, mostRecent) })
  }, [seen, change])
}
