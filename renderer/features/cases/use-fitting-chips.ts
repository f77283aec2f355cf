import { useEffect, useLayoutEffect, useState, type RefObject } from 'react'

import { chipsThatFit } from './pack-chips.ts'

const gap = 4

/**
 * How many of the chips measured inside `row` fit into `rows` rows beside its last buttons. `words` is what stands on
 * them: measured anew when it changes, or the row's width does, never while one scrolls or types.
 */
export function useFittingChips(row: RefObject<HTMLElement | null>, words: string, rows: number): number {
  const [available, setAvailable] = useState(0)
  const [fitting, setFitting] = useState(0)
  useEffect(() => {
    const element = row.current
    if (element === null) return undefined
    const observer = new ResizeObserver(([entry]) => setAvailable(entry?.contentRect.width ?? 0))
    observer.observe(element)
    return () => observer.disconnect()
  }, [row])
  useLayoutEffect(() => {
    const element = row.current
    if (element === null) return
    const widths = [...element.querySelectorAll('[data-measured]')].map((chip) => chip.getBoundingClientRect().width)
    const always = [...element.querySelectorAll('[data-always]')].map((chip) => chip.getBoundingClientRect().width)
    setFitting(chipsThatFit(widths, always, available === 0 ? element.clientWidth : available, gap, rows))
  }, [row, words, rows, available])
  return fitting
}
