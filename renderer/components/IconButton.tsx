import type { ReactNode } from 'react'
import { Button, type ButtonProps } from 'react-aria-components'

import styles from './IconButton.module.css'
import { Tip } from './Tip.tsx'

type Props = Omit<ButtonProps, 'className' | 'style' | 'children' | 'aria-label'> & {
  /** What it does, for those who can't see the icon and as its tip. */
  label: string
  /** Keys that do the same, shown in the tip as `Kbd` takes them. */
  keys?: string
  children: ReactNode
}

/** A small button that an icon is enough for. */
export function IconButton({ label, keys, children, ...props }: Props) {
  return (
    <Tip words={label} {...(keys !== undefined && { keys })}>
      <Button {...props} aria-label={label} className={styles.button}>
        {children}
      </Button>
    </Tip>
  )
}
