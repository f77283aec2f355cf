import { useLingui } from '@lingui/react/macro'

import styles from './CitationMarks.module.css'

export type MarkView = { id: string; number: number | null }

type Props = {
  marks: readonly MarkView[]
  current: string | null
  onOpen: (id: string) => void
  /** Inside a sentence the numbers take no more room than letters. */ inText?: boolean
}

/** Small numbers behind a statement, each one step from its source. */
export function CitationMarks({ marks, current, onOpen, inText = false }: Props) {
  const { t } = useLingui()
  if (marks.length === 0) return null
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
          >
            <span className={styles.number}>{shown}</span>
          </button>
        )
      })}
    </span>
  )
}
