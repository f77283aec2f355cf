import type { ReactNode } from 'react'

import styles from './Facts.module.css'

type Props = {
  /** The ones that say most stand first; empty ones are left out. */
  facts: readonly string[]
}

/** A few facts on one line with dots between them: as many as find room, the last of them cut at its own end, whichever way it is written. */
export function Facts({ facts }: Props) {
  // Each stands in one box with all that follow: what is too much is taken from those alone.
  return facts
    .filter((fact) => fact !== '')
    .reduceRight<ReactNode>(
      (following, fact, index) => (
        <span className={styles.facts} data-cuts>
          {index > 0 && <span className={styles.dot}> · </span>}
          <bdi className={styles.words}>{fact}</bdi>
          {following}
        </span>
      ),
      null,
    )
}
