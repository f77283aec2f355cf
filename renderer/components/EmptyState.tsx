import type { ReactNode } from 'react'

import styles from './EmptyState.module.css'

type Props = { title: string; children?: ReactNode; actions?: ReactNode }

/** What to do where nothing is yet. */
export function EmptyState({ title, children, actions }: Props) {
  return (
    <div className={styles.empty}>
      <p className={styles.title}>{title}</p>
      {children !== undefined && <div className={styles.text}>{children}</div>}
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  )
}
