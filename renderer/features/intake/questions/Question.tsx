import { useId, type ReactNode } from 'react'

import styles from './Question.module.css'

type Props = { title: string; hint: string; first?: boolean; children: ReactNode }

/** One question of the conversation, with its fields beside it. */
export function Question({ title, hint, first = false, children }: Props) {
  const id = useId()
  return (
    <section className={styles.question} aria-labelledby={id} {...(first && { 'data-first-question': '' })}>
      <div>
        <h2 className={styles.title} id={id}>
          {title}
        </h2>
        <p className={styles.hint}>{hint}</p>
      </div>
      <div className={styles.fields}>{children}</div>
    </section>
  )
}
