import type { ReactNode } from 'react'

import styles from './EmptyState.module.css'

type Props = {
  title: string
  children?: ReactNode
  actions?: ReactNode
  /** Stands on the edge of the words above it, instead of in a pane of its own. */
  flush?: boolean
}

/** What to do where nothing is yet. */
export function EmptyState({ title, children, actions, flush = false }: Props) {
  return (
    <div className={styles.empty} data-flush={flush || undefined}>
      <p className={styles.title}>{title}</p>
      {children !== undefined && <div className={styles.text}>{children}</div>}
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  )
}
