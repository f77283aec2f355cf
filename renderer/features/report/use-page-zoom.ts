import { useState, type KeyboardEvent } from 'react'

/** How much larger than to the width of their frame the pages are shown. */
const steps = [1, 1.25, 1.5, 2, 3] as const

export type PageZoom = {
  zoom: number
  larger: (() => void) | null
  smaller: (() => void) | null
  onKeyDown: (event: KeyboardEvent) => void
}

/** The size of the pages, by buttons and by the keys +, − and 0, as on the drawings over time. */
export function usePageZoom(): PageZoom {
  const [at, setAt] = useState(0)
  const last = steps.length - 1
  const larger = at < last ? () => setAt(at + 1) : null
  const smaller = at > 0 ? () => setAt(at - 1) : null
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === '+' || event.key === '=') larger?.()
    else if (event.key === '-') smaller?.()
    else if (event.key === '0') setAt(0)
    else return
    event.preventDefault()
  }
  return { zoom: steps[at] ?? 1, larger, smaller, onKeyDown }
}
