/** Where the focus was last in each pane, so that F6 comes back to it. */
const lastFocus = new WeakMap<Element, HTMLElement>()

const focusable =
  'a[href], button:not([disabled]), input:not([disabled]), textarea:not([disabled]), [tabindex="0"], [contenteditable="true"]'

const isSeen = (element: HTMLElement): boolean => element.getClientRects().length > 0

/** What can be operated in a part of the window, first to last; links that only lead past it aside. */
const firstIn = (part: HTMLElement): HTMLElement | undefined =>
  [...part.querySelectorAll<HTMLElement>(focusable)].find((one) => isSeen(one) && one.closest('[data-skip]') === null)

export function rememberFocus(event: FocusEvent): void {
  if (!(event.target instanceof HTMLElement)) return
  const pane = event.target.closest('[data-pane]')
  if (pane !== null) lastFocus.set(pane, event.target)
}

/** Moves the focus to the next pane, or the one before, where it was there last. */
export function focusPane(step: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter(isSeen)
  if (panes.length === 0) return
  const at = panes.findIndex((pane) => pane.contains(document.activeElement))
  const next = panes[at === -1 ? (step === 1 ? 0 : panes.length - 1) : (at + step + panes.length) % panes.length]
  if (next === undefined) return
  const last = lastFocus.get(next)
  const target = last?.isConnected === true && next.contains(last) && isSeen(last) ? last : (firstIn(next) ?? next)
  target.focus()
}

/** Puts the focus on a pane's heading, or on the pane, so that reading begins there. */
export function focusPaneStart(name: 'list' | 'main'): void {
  const pane = document.querySelector<HTMLElement>(`[data-pane="${name}"]`)
  if (pane === null) return
  if (focusStartOf(pane, name)) return
  pane.focus({ preventScroll: true })
  if (name === 'main') focusOnceThere(pane)
}

function focusStartOf(pane: HTMLElement, name: 'list' | 'main'): boolean {
  const start = name === 'main' ? pane.querySelector<HTMLElement>('h1') : pane.querySelector<HTMLElement>('[role="listbox"], input')
  if (start === null || !isSeen(start)) return false
  if (start.tabIndex < 0) start.tabIndex = -1
  start.focus({ preventScroll: true })
  return true
}

/** What is still being read from the vault has no heading yet: the pane keeps the focus until it comes, and then says where one is. */
function focusOnceThere(pane: HTMLElement): void {
  const observer = new MutationObserver(() => {
    if (document.activeElement !== pane || focusStartOf(pane, 'main')) observer.disconnect()
  })
  observer.observe(pane, { childList: true, subtree: true })
}

/** Puts the focus into the search field of the list, wherever one is; false where there is none to be seen. */
export function focusSearch(): boolean {
  const field = [...document.querySelectorAll<HTMLInputElement>('[data-search] input')].find(isSeen)
  field?.focus()
  field?.select()
  return field !== undefined
}

const isLost = (): boolean => document.activeElement === null || document.activeElement === document.body

/** Takes the focus to where one is, if it has gone with what it stood on. */
export function focusIfLost(): void {
  if (isLost()) focusPaneStart('main')
}

/**
 * Watches that the focus never goes with an element that is taken away: what stood around it gets the focus then, at most the
 * pane. Whoever takes something away and knows better has two frames for it. The answer stops watching.
 */
export function keepFocus(page: HTMLElement): () => void {
  let held: HTMLElement | null = null
  let around: HTMLElement[] = []
  let waiting = false
  const onFocus = (event: FocusEvent) => {
    if (!(event.target instanceof HTMLElement) || !page.contains(event.target)) return
    held = event.target
    around = []
    for (let parent = held.parentElement; parent !== null && parent !== page; parent = parent.parentElement) around.push(parent)
  }
  const mend = () => {
    waiting = false
    if (held === null || held.isConnected || !isLost()) return
    // Nothing that a key pressed without looking would start: what can have the focus without being operated.
    const target = around.find((one) => one.isConnected && one.hasAttribute('tabindex') && isSeen(one))
    if (target === undefined) focusPaneStart('main')
    else target.focus({ preventScroll: true })
  }
  const observer = new MutationObserver(() => {
    if (waiting || held === null || held.isConnected || !isLost()) return
    waiting = true
    requestAnimationFrame(() => requestAnimationFrame(mend))
  })
  window.addEventListener('focusin', onFocus)
  observer.observe(page, { childList: true, subtree: true })
  return () => {
    window.removeEventListener('focusin', onFocus)
    observer.disconnect()
  }
}
