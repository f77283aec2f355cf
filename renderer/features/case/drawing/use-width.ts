import { useLayoutEffect, useState, type RefObject } from 'react'

/** What was measured last. The next drawing is most often as wide, and to measure before the first paint lays the page out twice. */
const before = new Map<number, number>()

/** The width of what is in an element in CSS pixels (less its `padding` on both sides together), 0 until it is known; follows every change of it. */
export function useWidth(element: RefObject<HTMLElement | null>, padding = 0): number {
  const [width, setWidth] = useState(() => before.get(padding) ?? 0)
  useLayoutEffect(() => {
    const { current } = element
    if (current === null) return
    const measure = () => {
      const next = Math.max(0, current.clientWidth - padding)
      before.set(padding, next)
      setWidth(next)
    }
    // It measures for the first time as soon as it begins to observe.
    const observer = new ResizeObserver(measure)
    observer.observe(current)
    if (!before.has(padding)) measure()
    return () => observer.disconnect()
  }, [element, padding])
  return width
}
