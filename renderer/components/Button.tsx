import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps } from 'react-aria-components'

import styles from './Button.module.css'

type Kind = 'primary' | 'plain' | 'quiet' | 'danger'
type Props = Omit<ButtonProps, 'className' | 'style' | 'children'> & {
  /** primary: the one thing to do here; plain: with an edge; quiet: words in the accent alone. */
  kind?: Kind
  icon?: ReactNode
  /** Fills its row. */
  wide?: boolean
  children: ReactNode
}

/** What can be pressed, said in words. */
export function Button({ kind = 'plain', icon, wide = false, children, ...props }: Props) {
  return (
    <AriaButton {...props} className={`${styles.button} ${styles[kind]} ${wide ? styles.wide : ''}`}>
      {icon}
      {children}
    </AriaButton>
  )
}
