import { useEffect, useEffectEvent, useRef, useState, type KeyboardEvent, type RefObject } from 'react'

import type { CallError } from '../../../electron/contract/index.ts'
import type { Shown } from './row-window.ts'
import { stepTo } from './step-to.ts'
import { pageSize } from './use-row-window.ts'
import { rowsAPage } from './virtual-range.ts'

export type Opened = { newTab: boolean }
type Press = { key: string; newTab: boolean }

type Parts<Row> = {
  shown: Shown<unknown, Row, CallError>
  rowAt: (index: number) => Row | undefined
  viewport: RefObject<number>
  rowHeight: number
  showRow: (index: number) => void
  onOpen: (row: Row, opened: Opened) => void
}

/** Presses that wait at most; more than that were not meant for one list. */
const mostWaiting = 30

/**
 * The row that the keys are at. It follows its record when rows come and go above it; where the record is gone, the row
 * in its place is next. Keys pressed while rows are on their way wait for them.
 */
export function useActiveRow<Row extends { id: string }>({ shown, rowAt, viewport, rowHeight, showRow, onOpen }: Parts<Row>) {
  const [at, setAtState] = useState(0)
  const place = useRef<{ index: number; id: string | null; turn: number }>({ index: 0, id: null, turn: 0 })
  const waiting = useRef<Press[]>([])
  const total = shown.total ?? 0

  const setAt = (index: number) => {
    place.current = { index, id: rowAt(index)?.id ?? null, turn: shown.turn }
    setAtState(index)
  }
  const take = ({ key, newTab }: Press): boolean => {
    const next = stepTo(key, place.current.index, total, rowsAPage(viewport.current, rowHeight))
    if (next === null) return true
    if (key === 'Enter' || key === ' ') {
      const row = rowAt(next)
      if (row === undefined) return false
      setAt(next)
      onOpen(row, { newTab })
      return true
    }
    setAt(next)
    showRow(next)
    return true
  }
  const takeWaiting = () => {
    while (waiting.current[0] !== undefined && take(waiting.current[0])) waiting.current.shift()
  }
  const follow = useEffectEvent(() => {
    const { index, id, turn } = place.current
    if (turn !== shown.turn) setAt(0)
    else if (id === null || rowAt(index)?.id !== id) {
      const found = id === null ? null : indexOfId(shown, id)
      if (found !== null) setAt(found)
      else if (rowAt(index) !== undefined || index >= total) setAt(Math.max(0, Math.min(index, total - 1)))
    }
    if (shown.settled) takeWaiting()
  })
  useEffect(() => follow(), [shown])

  const onKey = (event: KeyboardEvent): boolean => {
    if (event.altKey || stepTo(event.key, 0, 1) === null) return false
    if ((event.ctrlKey || event.metaKey) && event.key !== 'Enter') return false
    if (event.target !== event.currentTarget) return false
    if (waiting.current.length < mostWaiting) waiting.current.push({ key: event.key, newTab: event.ctrlKey || event.metaKey })
    if (shown.settled) takeWaiting()
    return true
  }
  return { at, onKey, setAt }
}

function indexOfId<Row extends { id: string }>({ pages }: Shown<unknown, Row, unknown>, id: string): number | null {
  for (const [page, rows] of pages) {
    const within = rows.findIndex((row) => row.id === id)
    if (within !== -1) return page * pageSize + within
  }
  return null
}
