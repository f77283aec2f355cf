import { useId, type ReactNode } from 'react'

import type { QuestionName } from '../intake-focus.ts'
import styles from './Question.module.css'

type Props = { name: QuestionName; title: string; hint: string; children: ReactNode }

/** One question of the conversation, with its fields beside it. */
export function Question({ name, title, hint, children }: Props) {
  const id = useId()
  return (
    <section className={styles.question} aria-labelledby={id} data-question={name}>
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
