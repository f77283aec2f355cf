import { useEffect, useState } from 'react'
import { ProgressBar } from 'react-aria-components'

import type { Progress } from '../../../electron/contract/index.ts'
import { onAppEvent } from '../../api/client.ts'
import styles from './WorkProgress.module.css'

type Props = { work: Progress['work']; /** What is being done and why it takes its time. */ words: string }

/** Work that takes seconds, with how far it has come where that can be told. */
export function WorkProgress({ work, words }: Props) {
  const [share, setShare] = useState<number | null>(null)
  useEffect(
    () =>
      onAppEvent((event) => {
        if (event.type === 'progress' && event.work === work) setShare(event.share)
      }),
    [work],
  )
  return (
    <ProgressBar className={styles.progress} aria-label={words} {...(share === null ? { isIndeterminate: true } : { value: share * 100 })}>
      <span className={styles.track}>
        <span
          className={share === null ? `${styles.bar} ${styles.open}` : styles.bar}
          style={{ inlineSize: share === null ? '30%' : `${share * 100}%` }}
        />
      </span>
      <span className={styles.words} role="status">
        {words}
      </span>
    </ProgressBar>
  )
}
