import { useLingui } from '@lingui/react/macro'
import { Check } from 'lucide-react'
import { useId, type ReactNode } from 'react'

import { Button } from '../../components/Button.tsx'
import styles from './Home.module.css'

type Props = {
  title: string
  /** How many there are in all; nothing is shown where it is zero. */
  count: number
  /** The same number in words, where it does not count rows. */
  countWords?: string
  /** What is said where there are none: that all is well. */
  well: string
  /** Leads to all of them; shown where the rows are not all. */
  all?: { run: () => void; shown: number } | undefined
  aside?: ReactNode
  children: ReactNode
}

/** One thing that needs attention: its name, how many, the first rows, and the way to all of them. */
export function Part({ title, count, countWords, well, all, aside, children }: Props) {
  const { t, i18n } = useLingui()
  const id = useId()
  const number = i18n.number(count)
  return (
    <section className={styles.part} aria-labelledby={id}>
      <div className={styles.partHead}>
        <h3 className={styles.partTitle} id={id}>
          {title}
        </h3>
        {aside}
        {count > 0 && <span className={styles.count}>{countWords ?? number}</span>}
      </div>
      {count === 0 ? (
        <p className={styles.well}>
          <Check size={16} aria-hidden />
          {well}
        </p>
      ) : (
        <>
          {children}
          {all !== undefined && all.shown < count && (
            <Button kind="quiet" onPress={all.run} aria-label={t`Show all ${number}: ${title}`}>{t`Show all ${number}`}</Button>
          )}
        </>
      )}
    </section>
  )
}
