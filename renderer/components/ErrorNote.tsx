import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

import type { CallError } from '../../electron/contract/index.ts'
import { useErrorWords } from '../api/error-words.ts'
import styles from './ErrorNote.module.css'

/** What happened, what is safe and what to do, where it happened. */
export function ErrorNote({ error, actions }: { error: CallError; actions?: ReactNode }) {
  const words = useErrorWords()(error)
  return (
    <div className={styles.note} role="alert">
      <TriangleAlert className={styles.icon} size={16} aria-hidden />
      <div>
        <p className={styles.happened}>{words.happened}</p>
        {(words.safe !== '' || words.next !== '') && (
          <p className={styles.rest}>{[words.safe, words.next].filter((sentence) => sentence !== '').join(' ')}</p>
        )}
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  )
}
