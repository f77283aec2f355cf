import type { ReactNode, RefObject } from 'react'
import { Popover } from 'react-aria-components'

import { useWindowWidth } from '../../components/use-window-width.ts'
import styles from './FilterPanel.module.css'

/** Below this the list has the window to itself; see Shell.module.css. */
const listAlone = 900
/** The bar over every place, and a little more. */
const underTheBar = 52

type Props = {
  /** Head of the list: it stays where it is while its buttons move with their words and the window. */
  anchor: RefObject<HTMLElement | null>
  children: ReactNode
}

/** What opens from the head of the list: beside it, so that one sees the list change and its own button; under it where there is no room beside. */
export function BesideList({ anchor, children }: Props) {
  const beside = useWindowWidth() >= listAlone
  return (
    <Popover
      className={styles.popover}
      triggerRef={anchor}
      placement={beside ? 'end top' : 'bottom start'}
      offset={beside ? 8 : 0}
      crossOffset={beside ? underTheBar : 12}
      shouldFlip={false}
    >
      {children}
    </Popover>
  )
}
