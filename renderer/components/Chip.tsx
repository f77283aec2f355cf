import type { ReactNode } from 'react'
import { ToggleButton } from 'react-aria-components'

import styles from './Chip.module.css'

type Props = {
  selected: boolean
  onChange: (selected: boolean) => void
  /** How many there are; already written out in the reader's digits. */
  count?: string
  disabled?: boolean
  children: ReactNode
}

/** A filter that is on or off, with how many it would leave. */
export function Chip({ selected, onChange, count, disabled = false, children }: Props) {
  return (
    <ToggleButton className={styles.chip} isSelected={selected} onChange={onChange} isDisabled={disabled}>
      <bdi className={styles.words}>{children}</bdi>
      {count !== undefined && <span className={styles.count}>{count}</span>}
    </ToggleButton>
  )
}
