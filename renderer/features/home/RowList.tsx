import type { KeyboardEvent, ReactNode } from 'react'

import { stepTo } from '../cases/step-to.ts'
import styles from './Home.module.css'

/** Rows that lead somewhere; the arrow keys walk them, as they do the list. */
export function RowList({ children }: { children: ReactNode }) {
  const walk = (event: KeyboardEvent<HTMLUListElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('button')]
    const at = rows.findIndex((row) => row === document.activeElement)
    if (event.key === 'Enter' || event.key === ' ' || at === -1) return
    const next = stepTo(event.key, at, rows.length)
    if (next === null) return
    event.preventDefault()
    rows[next]?.focus()
  }
  return (
    <ul className={styles.rows} onKeyDown={walk}>
      {children}
    </ul>
  )
}

type RowProps = {
  onOpen: () => void
  name: ReactNode
  /** What is said beneath the name. */
  about?: ReactNode
  /** The number or the state for which the row stands here. */
  figure?: ReactNode
  tone?: 'unknown' | 'plain'
}

/** One row: who, what about them, and the figure that put them here. */
export function HomeRow({ onOpen, name, about, figure, tone = 'plain' }: RowProps) {
  return (
    <li>
      <button type="button" className={styles.row} onClick={onOpen}>
        <span className={styles.rowMain}>
          <span className={styles.name}>{name}</span>
          {about !== undefined && <span className={styles.about}>{about}</span>}
        </span>
        {figure !== undefined && (
          <span className={styles.figure} data-tone={tone}>
            {figure}
          </span>
        )}
      </button>
    </li>
  )
}
