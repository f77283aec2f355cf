/** Places that the rail leads to. */
export type RailPlace = 'home' | 'cases' | 'people' | 'sources' | 'bin' | 'settings' | 'guide'

/** Where one is. Kept in memory only: nothing of a case gets into an address, a title or a history. */
export type Place =
  | { name: 'home' }
  | { name: 'cases'; caseId: string | null; report: boolean }
  | { name: 'intake' }
  | { name: 'people'; personId: string | null }
  | { name: 'sources'; sourceId: string | null }
  | { name: 'bin' }
  | { name: 'settings' }
  | { name: 'guide'; chapter: string | null }

/** A case file that stays at hand. The number outlives the case file that the tab shows: another can take its place. */
export type Tab = { key: number; caseId: string }

/** A place that was visited, and the tab that it was seen in. */
export type Visit = { place: Place; tab: number | null }

/** What the frame shows, and how it got there. */
export type FrameState = {
  tabs: readonly Tab[]
  /** The tab in front, or that was in front when one went elsewhere. */
  front: number | null
  past: readonly Visit[]
  now: Visit
  future: readonly Visit[]
  /** What was open last in each place, so that coming back finds it. */
  last: { caseId: string | null; personId: string | null; sourceId: string | null }
  nextKey: number
}

const mostVisits = 100
/** As many as the vault keeps. */
export const mostTabs = 40

export const firstState: FrameState = {
  tabs: [],
  front: null,
  past: [],
  now: { place: { name: 'home' }, tab: null },
  future: [],
  last: { caseId: null, personId: null, sourceId: null },
  nextKey: 1,
}

/** Names a place as long as the window stands: the same for the same place. */
export function keyOfPlace(place: Place): string {
  switch (place.name) {
    case 'cases':
      return `cases/${place.caseId ?? ''}${place.report ? '/report' : ''}`
    case 'people':
      return `people/${place.personId ?? ''}`
    case 'sources':
      return `sources/${place.sourceId ?? ''}`
    case 'guide':
      return `guide/${place.chapter ?? ''}`
    case 'home':
    case 'intake':
    case 'bin':
    case 'settings':
      return place.name
  }
}

const caseOf = (place: Place): string | null => (place.name === 'cases' ? place.caseId : null)
const tabOf = (tabs: readonly Tab[], caseId: string): Tab | undefined => tabs.find((tab) => tab.caseId === caseId)

function remembered(state: FrameState, place: Place): FrameState['last'] {
  if (place.name === 'cases') return { ...state.last, caseId: place.caseId }
  if (place.name === 'people') return { ...state.last, personId: place.personId }
  if (place.name === 'sources') return { ...state.last, sourceId: place.sourceId }
  return state.last
}

/** Goes to a place as a step of its own; a step to where one is already is none. */
function visit(state: FrameState, place: Place, tab: number | null): FrameState {
  const now = { place, tab }
  const front = tab ?? state.front
  if (keyOfPlace(state.now.place) === keyOfPlace(place)) return { ...state, now, front, last: remembered(state, place) }
  return { ...state, now, front, past: [...state.past, state.now].slice(-mostVisits), future: [], last: remembered(state, place) }
}

/** Goes to a place that is not a case file. */
export const showPlace = (state: FrameState, place: Place): FrameState => visit(state, place, null)

/**
 * Shows a case file: in its own tab where it has one, else in the tab in front. A tab of its own is made when one is asked for,
 * when there is none yet, or when the one in front is `held`: something typed in it is not saved yet.
 */
export function openCase(state: FrameState, caseId: string, how: { newTab?: boolean; held?: boolean; report?: boolean } = {}): FrameState {
  const place = { name: 'cases', caseId, report: how.report ?? false } as const
  const there = tabOf(state.tabs, caseId)
  if (there !== undefined) return visit(state, place, there.key)
  const at = state.tabs.findIndex((tab) => tab.key === state.front)
  if (at !== -1 && how.newTab !== true && how.held !== true) {
    const tab = { key: state.front ?? state.nextKey, caseId }
    return visit({ ...state, tabs: state.tabs.with(at, tab) }, place, tab.key)
  }
  const tab = { key: state.nextKey, caseId }
  const tabs = state.tabs.toSpliced(at === -1 ? state.tabs.length : at + 1, 0, tab)
  // The vault keeps so many; the oldest that is not in front makes room.
  const kept = tabs.length > mostTabs ? tabs.toSpliced(tabs[0] === tab ? 1 : 0, 1) : tabs
  return visit({ ...state, tabs: kept, nextKey: state.nextKey + 1 }, place, tab.key)
}

/** What a place of the rail shows: what was open there, or its front where one is there already. */
export function goToPlace(state: FrameState, name: RailPlace): FrameState {
  const here = state.now.place.name === name
  switch (name) {
    case 'cases': {
      const front = state.tabs.find((tab) => tab.key === state.front)
      if (here || front === undefined) return visit(state, { name, caseId: null, report: false }, null)
      return visit(state, { name, caseId: front.caseId, report: false }, front.key)
    }
    case 'people':
      return visit(state, { name, personId: here ? null : state.last.personId }, null)
    case 'sources':
      return visit(state, { name, sourceId: here ? null : state.last.sourceId }, null)
    case 'guide':
      return visit(state, { name, chapter: null }, null)
    case 'home':
    case 'bin':
    case 'settings':
      return visit(state, { name }, null)
  }
}

/** Closes a case file's tab; where it was being read, its neighbour takes its place. */
export function closeTab(state: FrameState, caseId: string): FrameState {
  const at = state.tabs.findIndex((tab) => tab.caseId === caseId)
  if (at === -1) return state
  const tabs = state.tabs.toSpliced(at, 1)
  const next = tabs[at] ?? tabs[at - 1]
  const wasFront = state.tabs[at]?.key === state.front
  const left = { ...state, tabs, front: wasFront ? (next?.key ?? null) : state.front }
  if (caseOf(state.now.place) !== caseId) return left
  return visit(left, { name: 'cases', caseId: next?.caseId ?? null, report: false }, next?.key ?? null)
}

/** Moves along what was visited; `held` keeps what is typed in the tab that would have to show something else. */
function travel(state: FrameState, step: -1 | 1): FrameState {
  const target = step === -1 ? state.past.at(-1) : state.future[0]
  if (target === undefined) return state
  const moved: FrameState = {
    ...state,
    past: step === -1 ? state.past.slice(0, -1) : [...state.past, state.now],
    future: step === -1 ? [state.now, ...state.future] : state.future.slice(1),
    now: target,
    last: remembered(state, target.place),
  }
  const caseId = caseOf(target.place)
  if (caseId === null) return moved
  const there = tabOf(state.tabs, caseId)
  if (there !== undefined) return { ...moved, front: there.key, now: { place: target.place, tab: there.key } }
  const at = state.tabs.findIndex((tab) => tab.key === target.tab)
  if (at !== -1 && target.tab !== null) return { ...moved, tabs: state.tabs.with(at, { key: target.tab, caseId }), front: target.tab }
  // Its tab was closed since: it gets one again.
  const tab = { key: state.nextKey, caseId }
  return {
    ...moved,
    tabs: [...state.tabs, tab].slice(-mostTabs),
    front: tab.key,
    now: { place: target.place, tab: tab.key },
    nextKey: state.nextKey + 1,
  }
}

export const goBack = (state: FrameState): FrameState => travel(state, -1)
export const goForward = (state: FrameState): FrameState => travel(state, 1)

/** The tab so many steps on, around the end; null where there is none. */
export function neighbourTab(state: FrameState, step: 1 | -1): string | null {
  const { tabs, front } = state
  if (tabs.length === 0) return null
  const at = tabs.findIndex((tab) => tab.key === front)
  const away = state.now.place.name !== 'cases' || state.now.place.caseId === null
  // From elsewhere the first step leads back to the tab in front.
  const next = at === -1 ? (step === 1 ? 0 : tabs.length - 1) : away ? at : (at + step + tabs.length) % tabs.length
  return tabs[next]?.caseId ?? null
}

/** The tab of a number key: 1 to 8 from the start, 9 the last. */
export const tabOfNumber = (state: FrameState, number: number): string | null =>
  (number === 9 ? state.tabs.at(-1) : state.tabs[number - 1])?.caseId ?? null

/** Puts back the tabs that were open before the vault was locked; those opened meanwhile stay. */
export function restoreTabs(state: FrameState, caseIds: readonly string[], active: string | null): FrameState {
  let nextKey = state.nextKey
  const tabs = [...state.tabs]
  const before: Tab[] = []
  for (const caseId of caseIds) {
    if (tabOf(tabs, caseId) !== undefined || tabOf(before, caseId) !== undefined) continue
    before.push({ key: nextKey, caseId })
    nextKey += 1
  }
  const all = [...before, ...tabs].slice(-mostTabs)
  return { ...state, tabs: all, nextKey, front: state.front ?? (active === null ? null : (tabOf(all, active)?.key ?? null)) }
}
