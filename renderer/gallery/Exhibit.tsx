import type { ReactNode } from 'react'

import styles from './Gallery.module.css'

/** One component's states, under its name in the code. */
export function Exhibit({ name, wide = false, children }: { name: string; wide?: boolean; children: ReactNode }) {
  return (
    <section className={wide ? `${styles.exhibit} ${styles.wide}` : styles.exhibit} aria-label={name} data-exhibit={name}>
      <h2 className={styles.name} dir="ltr" lang="en">
        {name}
      </h2>
      {children}
    </section>
  )
}
