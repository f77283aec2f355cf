import type { ReactNode } from 'react'

import styles from './Tag.module.css'

export type Tone = 'plain' | 'held' | 'unknown' | 'free' | 'ended' | 'accent'

/** A word on a soft ground. */
export function Tag({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`${styles.tag} ${styles[tone]}`}>{children}</span>
}
