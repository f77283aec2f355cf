import type { ReactNode } from 'react'
import { Checkbox as AriaCheckbox } from 'react-aria-components'

import styles from './CheckMark.module.css'
import { CheckMark } from './CheckMark.tsx'

type Props = {
  selected: boolean
  onChange: (selected: boolean) => void
  disabled?: boolean
  /** Some of what it stands for is chosen, not all. */
  partly?: boolean
  invalid?: boolean
  children: ReactNode
}

/** Yes or no, said with a tick. */
export function Checkbox({ selected, onChange, disabled = false, partly = false, invalid = false, children }: Props) {
  return (
    <AriaCheckbox
      className={styles.checkbox}
      isSelected={selected}
      isIndeterminate={partly}
      isDisabled={disabled}
      isInvalid={invalid}
      onChange={onChange}
    >
      <CheckMark />
      <span>{children}</span>
    </AriaCheckbox>
  )
}
