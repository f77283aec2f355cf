import {
  memo,
  useEffect,
  useEffectEvent,
  useId,
  useLayoutEffect,
  useRef,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type RefObject,
} from 'react'

import type { Listed } from './use-row-window.ts'
import { useActiveRow, type Opened } from './use-active-row.ts'
import { useStretch } from './use-stretch.ts'
import styles from './VirtualList.module.css'

type Props<Row extends { id: string }> = {
  label: string
  listed: Pick<Listed<unknown, Row>, 'shown' | 'rowAt' | 'see'>
  /** Height of each row, in CSS pixels; the same for all, so that the scroll bar is true. */
  rowHeight: number
  /** Drawn once for each row and again only when the row or `draw` itself is another. */
  draw: (row: Row) => ReactNode
  chosenId: string | null
  onOpen: (row: Row, opened: Opened) => void
  /** A letter was typed: it belongs to the search. */
  onLetter?: () => void
  /** Stands in the place of the rows where there are none. */
  empty: ReactNode
  ref: RefObject<HTMLDivElement | null>
  /** How far it was scrolled, for coming back to it. */
  kept?: { scrolled: number }
}

/**
 * A list of any length of which only the rows in sight are drawn, walked through with the keys. The element inside is as
 * high as all rows together: 100,000 rows of 81 px are 8.1 million px, and Chromium draws up to some 33 million.
 */
export function VirtualList<Row extends { id: string }>(props: Props<Row>) {
  const { label, listed, rowHeight, draw, chosenId, onOpen, onLetter, empty } = props
  const { shown, rowAt, see } = listed
  const total = shown.total ?? 0
  const listId = useId()
  const scroller = props.ref
  const atNow = useRef(0)
  const { stretch, viewport, onScroll, showRow, toTop } = useStretch(scroller, rowHeight, total, props.kept, atNow)
  const { at, onKey, setAt } = useActiveRow({ shown, rowAt, viewport, rowHeight, showRow, onOpen })
  useEffect(() => see(stretch.first, stretch.last), [see, stretch])
  useLayoutEffect(() => {
    atNow.current = at
  }, [at])
  // Another list begins at its top, before it is painted.
  const begin = useEffectEvent((turn: number) => {
    if (turn > 1) toTop()
  })
  useLayoutEffect(() => begin(shown.turn), [shown.turn])

  const onKeyDown = (event: KeyboardEvent) => {
    if (onKey(event)) event.preventDefault()
    else if (isLetter(event)) onLetter?.()
  }
  const openAt = (event: MouseEvent, newTab: boolean) => {
    const index = indexOf(event)
    const row = index === null ? undefined : rowAt(index)
    if (index === null || row === undefined) return
    setAt(index)
    onOpen(row, { newTab })
  }
  const indexes = Array.from({ length: Math.max(0, stretch.last - stretch.first + 1) }, (_, index) => stretch.first + index)
  // The row that the focus is on stays drawn wherever one scrolls, so that it can be named.
  if (total > 0 && at < total && (at < stretch.first || at > stretch.last)) indexes.push(at)
  const isEmpty = shown.total === 0
  return (
    <div
      ref={scroller}
      data-rows
      className={styles.scroll}
      role={isEmpty ? 'group' : 'listbox'}
      aria-label={label}
      aria-busy={!shown.settled}
      tabIndex={0}
      {...(!isEmpty && rowAt(at) !== undefined && { 'aria-activedescendant': `${listId}-${at}` })}
      onKeyDown={onKeyDown}
      onScroll={onScroll}
      onClick={(event) => openAt(event, event.ctrlKey || event.metaKey)}
      onMouseDown={(event) => event.button === 1 && event.preventDefault()}
      onAuxClick={(event) => event.button === 1 && openAt(event, true)}
    >
      {isEmpty ? (
        empty
      ) : (
        <div className={styles.all} role="presentation" style={{ blockSize: total * rowHeight }}>
          {indexes.map((index) => {
            const row = rowAt(index)
            return (
              <RowFrame
                key={index}
                id={`${listId}-${index}`}
                index={index}
                total={total}
                height={rowHeight}
                row={row}
                draw={draw as (row: { id: string }) => ReactNode}
                chosen={row !== undefined && row.id === chosenId}
                active={index === at}
              />
            )
          })}
        </div>
      )}
    </div>
  )
}

type FrameProps = {
  id: string
  index: number
  total: number
  height: number
  row: { id: string } | undefined
  draw: (row: { id: string }) => ReactNode
  chosen: boolean
  active: boolean
}

const RowFrame = memo(function RowFrame({ id, index, total, height, row, draw, chosen, active }: FrameProps) {
  return (
    <div
      id={id}
      data-index={index}
      data-id={row?.id}
      data-at={active || undefined}
      className={styles.row}
      style={{ blockSize: height, transform: `translateY(${index * height}px)` }}
      role="option"
      aria-selected={chosen}
      aria-setsize={total}
      aria-posinset={index + 1}
    >
      {row === undefined ? <span className={styles.waiting} aria-hidden /> : draw(row)}
    </div>
  )
})

const isLetter = ({ key, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean =>
  !ctrlKey && !altKey && !metaKey && key !== ' ' && key !== '?' && key !== '/' && (key === 'Backspace' || [...key].length === 1)

function indexOf({ target }: MouseEvent): number | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null
  return row === null ? null : Number(row.dataset['index'])
}
