import type { ReactElement, ReactNode } from 'react'
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components'

import { Kbd } from './Kbd.tsx'
import styles from './OptionList.module.css'

export type MenuEntry =
  | 'line'
  | {
      id: string
      label: string
      /** Stands at the end: a count, say. */
      end?: ReactNode
      /** Keys that do the same without the menu, as `Kbd` takes them. */
      keys?: string
      /** Deletes or ends something. */
      danger?: boolean
      disabled?: boolean
    }

type Props = {
  /** A `Button` or an `IconButton`. */
  trigger: ReactElement
  label: string
  entries: readonly MenuEntry[]
  onChoose: (id: string) => void
}

/** Commands that open under a button. */
export function Menu({ trigger, label, entries, onChoose }: Props) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className={styles.popover} placement="bottom start" offset={4}>
        <AriaMenu className={styles.list} aria-label={label} onAction={(key) => onChoose(String(key))}>
          {entries.map((entry, at) =>
            entry === 'line' ? (
              <Separator key={`line-${String(at)}`} className={styles.separator} />
            ) : (
              <MenuItem
                key={entry.id}
                id={entry.id}
                textValue={entry.label}
                className={styles.option}
                isDisabled={entry.disabled ?? false}
                data-danger={entry.danger ?? undefined}
              >
                <bdi className={styles.words}>{entry.label}</bdi>
                {entry.end !== undefined && <span className={styles.end}>{entry.end}</span>}
                {entry.keys !== undefined && <Kbd keys={entry.keys} />}
              </MenuItem>
            ),
          )}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}
