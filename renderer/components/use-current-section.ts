import { useEffect, useState } from 'react'

/** A part begins to be the one that is read where its beginning comes this far up, as a share of what is seen. */
const line = 1 / 3
/** But at the very top the first part is read, however short it is: there the line is so many CSS pixels down, and sinks as one scrolls. */
const atTop = 96
/** A part that was gone to begins at the very top, give or take so many CSS pixels. */
const slack = 8

/**
 * The part of a page that is being read, out of those that `find` finds, in their order: the one that has the focus, while its
 * beginning or the line is in it; else the last one whose beginning has come up to the line, at the very end the last of all.
 * `scroller` is the selector of what scrolls them.
 */
export function useCurrentSection(find: () => readonly HTMLElement[], scroller: string): HTMLElement | undefined {
  const [current, setCurrent] = useState<HTMLElement>()
  useEffect(() => {
    const pane = find()[0]?.closest<HTMLElement>(scroller)
    if (pane === undefined || pane === null) return undefined
    let waiting = 0
    const look = () => {
      waiting = 0
      // Asked each time: parts of a long text come while one reads.
      const sections = find()
      const { top, bottom, height } = pane.getBoundingClientRect()
      const atEnd = pane.scrollTop > 0 && pane.scrollTop + pane.clientHeight >= pane.scrollHeight - 2
      const reached = top + Math.min(height * line, atTop + pane.scrollTop)
      const passed = sections.filter((section) => section.getBoundingClientRect().top <= reached)
      const focused = sections.find((section) => section.contains(document.activeElement))
      const place = focused?.getBoundingClientRect()
      const isRead = place !== undefined && place.top < bottom - height * line && (place.top > top - slack || place.bottom > reached)
      setCurrent((isRead ? focused : atEnd ? sections.at(-1) : passed.at(-1)) ?? sections[0])
    }
    const soon = () => {
      if (waiting === 0) waiting = requestAnimationFrame(look)
    }
    look()
    pane.addEventListener('scroll', soon, { passive: true })
    pane.addEventListener('focusin', soon)
    // A part that opens or closes moves those below it without any scrolling.
    const sizes = new ResizeObserver(soon)
    for (const section of find()) sizes.observe(section)
    return () => {
      pane.removeEventListener('scroll', soon)
      pane.removeEventListener('focusin', soon)
      sizes.disconnect()
      cancelAnimationFrame(waiting)
    }
  }, [find, scroller])
  return current
}
