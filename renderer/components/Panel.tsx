import { useId, type ReactNode } from 'react'

import styles from './Panel.module.css'

type Props = { title: string; /** Stands at the end of the title's line. */ tools?: ReactNode; framed?: boolean; children: ReactNode }

/** A titled part beside or under the main thing. */
export function Panel({ title, tools, framed = false, children }: Props) {
  const id = useId()
  return (
    <section className={framed ? `${styles.panel} ${styles.framed}` : styles.panel} aria-labelledby={id}>
      <header className={styles.head}>
        <h2 className={styles.title} id={id}>
          {title}
        </h2>
        {tools}
      </header>
      {children}
    </section>
  )
}
