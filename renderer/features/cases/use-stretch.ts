import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type RefObject, type UIEvent } from 'react'

import { scrollTo, stretchOf, type Stretch } from './virtual-range.ts'

/** Which rows of a scrolled element are to be drawn. Scrolling reads one number and asks for no layout. */
export function useStretch(
  scroller: RefObject<HTMLElement | null>,
  height: number,
  count: number,
  kept?: { scrolled: number },
  /** The row that one is at: it stays in sight when the window gets smaller. */
  at?: RefObject<number>,
): {
  stretch: Stretch
  viewport: RefObject<number>
  onScroll: (event: UIEvent<HTMLElement>) => void
  showRow: (index: number) => void
  toTop: () => void
} {
  const viewport = useRef(600)
  const [place, setPlace] = useState({ scrolled: 0, viewport: 600 })
  const { first, last } = stretchOf(place.scrolled, place.viewport, height, count)
  const stretch = useMemo(() => ({ first, last }), [first, last])
  const take = useCallback(
    (scrolled: number) =>
      setPlace((before) => {
        const next = { scrolled, viewport: viewport.current }
        const [was, is] = [before, next].map((one) => stretchOf(one.scrolled, one.viewport, height, count))
        return was?.first === is?.first && was?.last === is?.last ? before : next
      }),
    [height, count],
  )
  useEffect(() => {
    const element = scroller.current
    if (element === null) return undefined
    const observer = new ResizeObserver(([entry]) => {
      const before = viewport.current
      viewport.current = entry?.contentRect.height ?? viewport.current
      const wasSeen = at !== undefined && scrollTo(at.current, element.scrollTop, before, height) === null
      const next = wasSeen && viewport.current > 0 ? scrollTo(at.current, element.scrollTop, viewport.current, height) : null
      if (next !== null) element.scrollTop = next
      take(element.scrollTop)
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [scroller, take, height, at])
  // Rows of another height (a search adds a line, a dense page takes some away): the same row stays at the top.
  const heightBefore = useRef(height)
  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null || heightBefore.current === height) return
    element.scrollTop = (element.scrollTop / heightBefore.current) * height
    heightBefore.current = height
    take(element.scrollTop)
  }, [scroller, height, take])
  // Coming back to a list finds it where it was left, once it is known how long it is.
  const isBack = useRef(false)
  useLayoutEffect(() => {
    if (count === 0 || isBack.current || scroller.current === null) return
    isBack.current = true
    if (kept === undefined || kept.scrolled === 0) return
    scroller.current.scrollTop = kept.scrolled
    take(kept.scrolled)
  }, [scroller, count, kept, take])
  const onScroll = useCallback(
    ({ currentTarget: { scrollTop } }: UIEvent<HTMLElement>) => {
      if (kept !== undefined) kept.scrolled = scrollTop
      take(scrollTop)
    },
    [kept, take],
  )
  const showRow = useCallback(
    (index: number) => {
      const element = scroller.current
      const next = element === null ? null : scrollTo(index, element.scrollTop, viewport.current, height)
      if (element === null || next === null) return
      element.scrollTop = next
      take(next)
    },
    [scroller, height, take],
  )
  const toTop = useCallback(() => {
    if (scroller.current !== null) scroller.current.scrollTop = 0
    take(0)
  }, [scroller, take])
  return { stretch, viewport, onScroll, showRow, toTop }
}
