import { useEffect, useLayoutEffect, type RefObject } from 'react'

import { focusIfLost, keepFocus } from './panes.ts'
import { noteScroll, restoreScroll } from './scroll-memory.ts'

/** Each place comes back scrolled to where it was left. */
export function useKeptScroll(place: string, main: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const pane = main.current
    if (pane === null) return
    const stop = restoreScroll(place, pane)
    // Scrolling is noted from the next frame on: this one still tells of the place before.
    const note = (event: Event) => noteScroll(place, event.target, pane)
    const frame = requestAnimationFrame(() => pane.addEventListener('scroll', note, { capture: true, passive: true }))
    return () => {
      stop()
      cancelAnimationFrame(frame)
      pane.removeEventListener('scroll', note, { capture: true })
    }
  }, [place, main])
}

/** The focus is always somewhere: where the person put it, or where one has just come to. */
export function useKeptFocus(place: string, frame: RefObject<HTMLElement | null>): void {
  useEffect(() => (frame.current === null ? undefined : keepFocus(frame.current)), [frame])
  useEffect(() => {
    const timer = requestAnimationFrame(() => requestAnimationFrame(focusIfLost))
    return () => cancelAnimationFrame(timer)
  }, [place])
}
