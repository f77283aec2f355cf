import { useLingui } from '@lingui/react/macro'
import { useRef, type KeyboardEvent, type PointerEvent } from 'react'

import styles from './Shell.module.css'

type Props = {
  /** Width of the list as it is drawn, and how far it may go, in CSS pixels. */
  width: number
  least: number
  most: number
  /** Null: as wide as is usual. */
  onChange: (width: number | null) => void
}

const step = 16
const largeStep = 64

/** The border between list and document: dragged, moved with the arrow keys, put back with a double click or Enter. */
export function ListBorder({ width, least, most, onChange }: Props) {
  const { t } = useLingui()
  const start = useRef<{ x: number; width: number } | null>(null)
  const set = (next: number) => onChange(Math.round(Math.min(most, Math.max(least, next))))
  // The list stands at the start of the line: where that is the right-hand side, rightwards makes it narrower.
  const towardsEnd = (element: Element): 1 | -1 => (getComputedStyle(element).direction === 'rtl' ? -1 : 1)
  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    start.current = { x: event.clientX, width }
  }
  const onPointerMove = (event: PointerEvent) => {
    if (start.current !== null) set(start.current.width + (event.clientX - start.current.x) * towardsEnd(event.currentTarget))
  }
  const end = () => {
    start.current = null
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const by = event.shiftKey ? largeStep : step
    if (event.key === 'ArrowRight') set(width + by * towardsEnd(event.currentTarget))
    else if (event.key === 'ArrowLeft') set(width - by * towardsEnd(event.currentTarget))
    else if (event.key === 'Home') set(least)
    else if (event.key === 'End') set(most)
    else if (event.key === 'Enter') onChange(null)
    else return
    event.preventDefault()
  }
  return (
    <div
      className={styles.border}
      role="separator"
      aria-orientation="vertical"
      aria-label={t`Width of the list`}
      aria-controls="list"
      aria-valuenow={width}
      aria-valuemin={least}
      aria-valuemax={most}
      aria-valuetext={t`${width} pixels`}
      tabIndex={0}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={end}
      onPointerCancel={end}
      onDoubleClick={() => onChange(null)}
      onKeyDown={onKeyDown}
    />
  )
}
