import { ChevronDown } from 'lucide-react'
import { useRef, useState, type KeyboardEvent } from 'react'
import { ListBox, Popover } from 'react-aria-components'

import { Option } from '../OptionList.tsx'
import list from '../OptionList.module.css'
import styles from './ChoiceField.module.css'

export type ChoiceOption = { id: string; label: string }

type Props = {
  label: string
  value: string | null
  /** What can be chosen; as a function it is asked for only once the list opens. */
  options: readonly ChoiceOption[] | (() => readonly ChoiceOption[])
  /** The words of the value, where the options are not known yet. */
  words?: string | null
  /** What stands there while nothing is chosen, and what the choice of nothing is called. */
  emptyWords: string
  unsourced?: boolean
  tone?: 'plain' | 'held' | 'unknown' | 'free' | 'ended'
  /** Marks the trigger among those that Tab walks through. */
  editTrigger?: boolean
  disabled?: boolean
  onChoose: (value: string | null) => void
}

const nothing = 'nothing'

/**
 * One of a few, shown as its words; choosing saves. A case file has dozens of these, so the trigger is the browser's own
 * button, and the list of options exists only while it is open.
 */
export function ChoiceField({
  label,
  value,
  options,
  words,
  emptyWords,
  unsourced = false,
  tone = 'plain',
  editTrigger = true,
  disabled = false,
  onChoose,
}: Props) {
  const [open, setOpen] = useState(false)
  const trigger = useRef<HTMLButtonElement>(null)
  const known = typeof options === 'function' ? (open ? options() : []) : options
  const shown = value === null ? emptyWords : (words ?? known.find((option) => option.id === value)?.label ?? value)
  const dotted = unsourced && value !== null
  const onKeyDown = (event: KeyboardEvent) => {
    if (!['F2', 'ArrowDown', 'ArrowUp'].includes(event.key) || event.ctrlKey || event.metaKey || (event.altKey && event.key === 'F2'))
      return
    event.preventDefault()
    setOpen(true)
  }
  return (
    <span className={styles.select}>
      <button
        type="button"
        ref={trigger}
        className={styles.trigger}
        disabled={disabled}
        aria-haspopup="listbox"
        aria-expanded={open}
        aria-label={`${shown} ${label}`}
        data-tone={tone}
        data-empty={value === null || undefined}
        {...(dotted ? { 'data-unsourced': '' } : {})}
        {...(editTrigger ? { 'data-edit-trigger': '' } : {})}
        onClick={() => setOpen(true)}
        onKeyDown={onKeyDown}
      >
        <span className={dotted ? `${styles.value} ${styles.unsourced}` : styles.value}>{shown}</span>
        <ChevronDown className={styles.arrow} size={14} aria-hidden />
      </button>
      {open && (
        <Popover
          className={list.popover ?? ''}
          triggerRef={trigger}
          isOpen
          onOpenChange={() => setOpen(false)}
          placement="bottom start"
          offset={4}
          aria-label={label}
        >
          <ListBox
            className={list.list ?? ''}
            aria-label={label}
            // The focus begins at what is chosen.
            autoFocus
            shouldFocusWrap
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[value ?? nothing]}
            onSelectionChange={(keys) => {
              const [key] = keys === 'all' ? [] : [...keys]
              setOpen(false)
              const chosen = key === undefined || key === nothing ? null : String(key)
              if (key !== undefined && chosen !== value) onChoose(chosen)
            }}
          >
            {known.map((option) => (
              <Option key={option.id} {...option} />
            ))}
            <Option id={nothing} label={emptyWords} empty />
          </ListBox>
        </Popover>
      )}
    </span>
  )
}
