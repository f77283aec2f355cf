/** Where each place was left: how far it was scrolled. In memory only, and gone with the window. */
const offsets = new Map<string, number>()
const mostPlaces = 200

/** The element that scrolls a place: the pane itself, or the first one inside it that does. */
function scrollerOf(pane: HTMLElement): HTMLElement {
  let level: Element[] = [pane]
  for (let depth = 0; depth < 5; depth += 1) {
    for (const element of level) {
      if (!(element instanceof HTMLElement) || element.scrollHeight <= element.clientHeight + 1) continue
      const { overflowY } = getComputedStyle(element)
      if (overflowY === 'auto' || overflowY === 'scroll') return element
    }
    level = level.flatMap((element) => [...element.children]).slice(0, 60)
  }
  return pane
}

/** Notes how far a place is scrolled. */
export function noteScroll(place: string, target: EventTarget | null, pane: HTMLElement): void {
  if (!(target instanceof HTMLElement) || !pane.contains(target) || target.clientHeight < pane.clientHeight / 2) return
  offsets.delete(place)
  offsets.set(place, target.scrollTop)
  const [oldest] = offsets.keys()
  if (offsets.size > mostPlaces && oldest !== undefined) offsets.delete(oldest)
}

/** A place that was closed begins at its top again. */
export const forgetScroll = (place: string): void => void offsets.delete(place)

/**
 * Scrolls a place to where it was left. What it shows may still be on its way: it is tried again until there is enough to
 * scroll, for two seconds at most, and no longer than until the person moves. The answer gives up.
 */
export function restoreScroll(place: string, pane: HTMLElement): () => void {
  const offset = offsets.get(place) ?? 0
  let frame = 0
  const until = performance.now() + 2000
  const stop = () => {
    cancelAnimationFrame(frame)
    for (const name of ['wheel', 'keydown', 'pointerdown'] as const) pane.removeEventListener(name, stop)
  }
  const attempt = () => {
    const scroller = scrollerOf(pane)
    holdStill(scroller)
    scroller.scrollTop = offset
    if (Math.abs(scroller.scrollTop - offset) < 2 || performance.now() > until) stop()
    else frame = requestAnimationFrame(attempt)
  }
  for (const name of ['wheel', 'keydown', 'pointerdown'] as const) pane.addEventListener(name, stop, { passive: true })
  attempt()
  return stop
}

/** Milliseconds in which what a place shows finds its height: drawings are measured before they are drawn. */
const settling = 600

/** What grows above while a place comes back moves nothing: it was as high when the place was left. */
function holdStill(scroller: HTMLElement): void {
  if (scroller.style.overflowAnchor === 'none') return
  scroller.style.overflowAnchor = 'none'
  setTimeout(() => scroller.style.removeProperty('overflow-anchor'), settling)
}
