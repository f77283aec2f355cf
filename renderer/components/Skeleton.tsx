import { useLingui } from '@lingui/react/macro'

import styles from './Skeleton.module.css'

type Props = { /** How many lines of words are awaited. */ lines?: number }

/** A quiet place for words that are on their way; it shows only where they take longer than 150 ms. */
export function Skeleton({ lines = 3 }: Props) {
  const { t } = useLingui()
  return (
    <div className={styles.skeleton} role="status" aria-label={t`Loading…`}>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className={styles.line} />
      ))}
    </div>
  )
}
