import { useEffect, useRef, type RefObject } from 'react'

/** The nearest thing around it that scrolls. */
function scrollerOf(element: HTMLElement): HTMLElement {
  for (let around = element.parentElement; around !== null; around = around.parentElement)
    if (around.scrollHeight > around.clientHeight && /auto|scroll/.test(getComputedStyle(around).overflowY)) return around
  return document.documentElement
}

/**
 * Brings a step into sight as it opens: whole where it fits, or else from its heading on. The field that takes the focus
 * would by itself bring no more than itself, and leave what it asks for above the edge.
 */
export function useInSight<Kind extends HTMLElement>(): RefObject<Kind | null> {
  const step = useRef<Kind>(null)
  useEffect(() => {
    const element = step.current
    if (element === null) return
    const scroller = scrollerOf(element)
    const { top, height } = element.getBoundingClientRect()
    const above = top < scroller.getBoundingClientRect().top
    element.scrollIntoView({ block: above || height + margins > scroller.clientHeight ? 'start' : 'nearest' })
  }, [])
  return step
}

/** What the style sheet leaves free above and below a step, in CSS pixels. */
const margins = 48
