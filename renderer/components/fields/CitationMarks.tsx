import { useLingui } from '@lingui/react/macro'
import type { KeyboardEvent } from 'react'

import styles from './CitationMarks.module.css'

export type MarkView = { id: string; number: number | null }

type Props = {
  marks: readonly MarkView[]
  current: string | null
  /** Null: the source that is shown is put away. */
  onOpen: (id: string | null) => void
  /** Inside a sentence the numbers take no more room than letters. */ inText?: boolean
}

/** The mark before or after one in the whole document; the arrow keys walk all of them. */
function neighbour(mark: HTMLElement, step: 1 | -1): HTMLElement | undefined {
  const marks = [...document.querySelectorAll<HTMLElement>('[data-citation]')]
  return marks[marks.indexOf(mark) + step]
}

/** Small numbers behind a statement, each one step from its source. Arrow keys go from mark to mark, Escape puts the source away. */
export function CitationMarks({ marks, current, onOpen, inText = false }: Props) {
  const { t } = useLingui()
  if (marks.length === 0) return null
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const rtl = getComputedStyle(event.currentTarget).direction === 'rtl'
    const step = event.key === (rtl ? 'ArrowLeft' : 'ArrowRight') ? 1 : event.key === (rtl ? 'ArrowRight' : 'ArrowLeft') ? -1 : 0
    if (step !== 0) {
      const next = neighbour(event.currentTarget, step)
      next?.focus()
      // A source that is open stays open: the next mark shows its own.
      if (current !== null && next !== undefined) onOpen(next.dataset['citation'] ?? null)
    } else if (event.key === 'Escape' && current !== null) onOpen(null)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <span className={inText ? `${styles.marks} ${styles.inText}` : styles.marks}>
      {marks.map(({ id, number }) => {
        const shown = number === null ? '?' : String(number)
        return (
          <button
            key={id}
            type="button"
            className={styles.mark}
            aria-label={t`Source ${shown}`}
            aria-pressed={id === current}
            data-citation={id}
            onClick={() => onOpen(id)}
            onKeyDown={onKeyDown}
          >
            <span className={styles.number}>{shown}</span>
          </button>
        )
      })}
    </span>
  )
}
