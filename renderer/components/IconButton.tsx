import type { ReactNode } from 'react'
import { Button, type ButtonProps } from 'react-aria-components'

import styles from './IconButton.module.css'

type Props = Omit<ButtonProps, 'className' | 'style' | 'children' | 'aria-label'> & {
  /** What it does, for those who can't see the icon and as its tip. */
  label: string
  children: ReactNode
}

/** A small button that an icon is enough for. */
export function IconButton({ label, children, ...props }: Props) {
  return (
    <Button {...props} aria-label={label} className={styles.button}>
      {children}
    </Button>
  )
}
