import { LoaderCircle } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps } from 'react-aria-components'

import styles from './Button.module.css'

type Kind = 'primary' | 'plain' | 'quiet' | 'danger' | 'quietDanger'
type Props = Omit<ButtonProps, 'className' | 'style' | 'children' | 'isPending'> & {
  /** primary: the one thing to do here; plain: with an edge; quiet: words in the accent alone; danger and quietDanger: it can’t come back. */
  kind?: Kind
  icon?: ReactNode
  /** Fills its row. */
  wide?: boolean
  /** What it began isn't done yet: it keeps its words and its focus, and can't be pressed again. */
  busy?: boolean
  /** There is nothing further that way: it looks out of use, but keeps the focus of whoever came to its end by it. */
  atEnd?: boolean
  children: ReactNode
}

/** What can be pressed, said in words. */
export function Button({ kind = 'plain', icon, wide = false, busy = false, atEnd = false, children, ...props }: Props) {
  return (
    // React Aria's own pending state would announce by an id that soon names nothing; a busy button simply does nothing.
    <AriaButton
      {...props}
      {...((busy || atEnd) && { type: 'button', onPress: () => {}, 'aria-disabled': true })}
      data-pending={busy || undefined}
      data-end={atEnd || undefined}
      className={`${styles.button} ${styles[kind]} ${wide ? styles.wide : ''}`}
    >
      {busy ? (
        <span className={styles.turning} aria-hidden>
          <LoaderCircle size={14} />
        </span>
      ) : (
        icon
      )}
      {children}
    </AriaButton>
  )
}
