import type { ReactElement } from 'react'
import { Tooltip, TooltipTrigger } from 'react-aria-components'

import { Kbd } from './Kbd.tsx'
import styles from './Tip.module.css'

/** Long enough that the mouse may pass over, short enough that who waits is told. Milliseconds. */
const wait = 400

type Props = {
  words: string
  /** Keys that do the same, as `Kbd` takes them. */
  keys?: string
  /** A `Button` or another of React Aria's that can have the focus. */
  children: ReactElement
}

/** Says what something does while the mouse rests on it or the keyboard's focus is there; Escape takes it away. */
export function Tip({ words, keys, children }: Props) {
  return (
    <TooltipTrigger delay={wait} closeDelay={0}>
      {children}
      <Tooltip className={styles.tip} placement="bottom" offset={6}>
        {words}
        {keys !== undefined && <Kbd keys={keys} />}
      </Tooltip>
    </TooltipTrigger>
  )
}
