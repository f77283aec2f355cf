import { useLayoutEffect, useState, type RefObject } from 'react'

/** The width of what is in an element in CSS pixels (less its `padding` on both sides together), 0 until it is known; follows every change of it. */
export function useWidth(element: RefObject<HTMLElement | null>, padding = 0): number {
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const { current } = element
    if (current === null) return
    const observer = new ResizeObserver(() => setWidth(Math.max(0, current.clientWidth - padding)))
    observer.observe(current)
    setWidth(Math.max(0, current.clientWidth - padding))
    return () => observer.disconnect()
  }, [element, padding])
  return width
}
