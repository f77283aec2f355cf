import type { ReactNode } from 'react'
import { Switch as AriaSwitch } from 'react-aria-components'

import styles from './Switch.module.css'

type Props = { selected: boolean; onChange: (selected: boolean) => void; disabled?: boolean; children: ReactNode }

/** On or off, at once. */
export function Switch({ selected, onChange, disabled = false, children }: Props) {
  return (
    <AriaSwitch className={styles.switch} isSelected={selected} onChange={onChange} isDisabled={disabled}>
      <span className={styles.track} aria-hidden>
        <span className={styles.knob} />
      </span>
      <span>{children}</span>
    </AriaSwitch>
  )
}
