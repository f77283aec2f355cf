import { Check, Minus } from 'lucide-react'

import styles from './CheckMark.module.css'

/** The box of a checkbox, for inside React Aria's `Checkbox` with the class `checkbox` of the same style sheet. */
export function CheckMark() {
  return (
    <span className={styles.box} aria-hidden>
      <Check className={styles.tick} size={12} strokeWidth={3} />
      <Minus className={styles.dash} size={12} strokeWidth={3} />
    </span>
  )
}
