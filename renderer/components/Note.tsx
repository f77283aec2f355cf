import { CircleCheck, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

import styles from './Note.module.css'

export type NoteTone = 'info' | 'good' | 'warning' | 'danger'

type Props = {
  tone?: NoteTone
  title?: ReactNode
  children?: ReactNode
  actions?: ReactNode
  /** Read out at once: for what has just gone wrong. */
  alert?: boolean
  id?: string
}

const icons = { info: Info, good: CircleCheck, warning: TriangleAlert, danger: TriangleAlert } as const

/** Something to know, where it matters. */
export function Note({ tone = 'info', title, children, actions, alert = false, id }: Props) {
  const Icon = icons[tone]
  return (
    <div className={`${styles.note} ${styles[tone]}`} {...(alert && { role: 'alert' })} id={id}>
      <Icon className={styles.icon} size={16} aria-hidden />
      <div className={styles.words}>
        {title !== undefined && <p className={styles.title}>{title}</p>}
        {children !== undefined && <div className={styles.rest}>{children}</div>}
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  )
}
