import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, Disclosure as AriaDisclosure, DisclosurePanel, Heading } from 'react-aria-components'

import styles from './Disclosure.module.css'

type Props = {
  title: ReactNode
  /** Stands at the end of its line: a count, say. */
  end?: ReactNode
  open?: boolean
  onToggle?: (open: boolean) => void
  startsOpen?: boolean
  children: ReactNode
}

/** A part that opens under its title. */
export function Disclosure({ title, end, open, onToggle, startsOpen = false, children }: Props) {
  return (
    <AriaDisclosure
      className={styles.disclosure}
      defaultExpanded={startsOpen}
      {...(open !== undefined && { isExpanded: open })}
      {...(onToggle !== undefined && { onExpandedChange: onToggle })}
    >
      <Heading level={3} className={styles.heading}>
        <Button slot="trigger" className={styles.trigger}>
          <ChevronRight className={`${styles.arrow} flips`} size={14} aria-hidden />
          <span className={styles.title}>{title}</span>
          {end !== undefined && <span className={styles.end}>{end}</span>}
        </Button>
      </Heading>
      <DisclosurePanel className={styles.panel}>{children}</DisclosurePanel>
    </AriaDisclosure>
  )
}
