import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { Menu, MenuItem, Popover } from 'react-aria-components'

import styles from '../OptionList.module.css'

export type Action = { id: string; label: string }

type Props = {
  /** Names the button, where its content does not. */
  label?: string
  className: string | undefined
  /** Asked for only once the menu opens. */
  actions: () => readonly Action[]
  onChoose: (id: string) => void
  children: ReactNode
}

/**
 * Commands under a button of which a page has hundreds: until it is pressed it is a button of the browser's own, and the
 * menu with all that it listens to exists only while it is open.
 */
export function ActionMenu({ label, className, actions, onChoose, children }: Props) {
  const [open, setOpen] = useState<'first' | 'last' | true | null>(null)
  const button = useRef<HTMLButtonElement>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    setOpen(event.key === 'ArrowDown' ? 'first' : 'last')
  }
  return (
    <>
      <button
        type="button"
        ref={button}
        className={className}
        aria-haspopup="menu"
        aria-expanded={open !== null}
        aria-label={label}
        // A key's click has no detail: whoever uses keys goes on from the first command.
        onClick={(event) => setOpen(event.detail === 0 ? 'first' : true)}
        onKeyDown={onKeyDown}
      >
        {children}
      </button>
      {open !== null && (
        <Popover
          className={styles.popover ?? ''}
          triggerRef={button}
          isOpen
          onOpenChange={() => setOpen(null)}
          placement="bottom start"
          aria-label={label ?? button.current?.textContent ?? ''}
        >
          <Menu
            className={styles.list ?? ''}
            autoFocus={open}
            aria-label={label ?? button.current?.textContent ?? ''}
            onClose={() => setOpen(null)}
            onAction={(key) => onChoose(String(key))}
          >
            {actions().map(({ id, label: words }) => (
              <MenuItem key={id} id={id} textValue={words} className={styles.option ?? ''}>
                {words}
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      )}
    </>
  )
}
