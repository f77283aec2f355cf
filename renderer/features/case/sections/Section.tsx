import type { ReactNode } from 'react'

import styles from './Section.module.css'

type Props = { id: string; title: string; action?: ReactNode; children: ReactNode }

/** One part of the case file with its heading; the contents beside the text point to it. */
export function Section({ id, title, action, children }: Props) {
  return (
    <section className={styles.section} id={`case-${id}`} aria-labelledby={`case-${id}-title`} tabIndex={-1}>
      <header className={styles.head}>
        <h2 id={`case-${id}-title`}>{title}</h2>
        {action}
      </header>
      {children}
    </section>
  )
}
