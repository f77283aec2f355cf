import { Search, X } from 'lucide-react'
import { useLingui } from '@lingui/react/macro'
import type { KeyboardEvent } from 'react'
import { Button, Input, SearchField as AriaSearchField } from 'react-aria-components'

import { Kbd } from '../../components/Kbd.tsx'
import styles from './SearchField.module.css'

type Props = {
  label: string
  /** What stands in it while it is empty, where the label is too long for that. */
  short?: string
  value: string
  onChange: (value: string) => void
  /** Down arrow and Enter lead into the results. */ onEnterList?: (key: 'ArrowDown' | 'Enter') => void
}

/** Finds as one types. */
export function SearchField({ label, short = label, value, onChange, onEnterList }: Props) {
  const { t } = useLingui()
  const onKeyDown = (event: KeyboardEvent) => {
    if ((event.key !== 'ArrowDown' && event.key !== 'Enter') || event.nativeEvent.isComposing) return
    event.preventDefault()
    onEnterList?.(event.key)
  }
  return (
    <AriaSearchField
      className={styles.field}
      aria-label={label}
      value={value}
      onChange={onChange}
      maxLength={400}
      autoComplete="off"
      spellCheck="false"
      data-search
    >
      <Search className={styles.icon} size={16} aria-hidden />
      <Input className={styles.input} placeholder={short} {...(value !== '' && { dir: 'auto' })} onKeyDown={onKeyDown} />
      {value === '' ? (
        <span className={styles.hint} aria-hidden>
          <span className={styles.room}>{short}</span>
          <span className={styles.key} data-cuts>
            <Kbd keys="Mod+F" />
          </span>
        </span>
      ) : (
        <Button className={styles.clear} aria-label={t`Clear the search`}>
          <X size={14} aria-hidden />
        </Button>
      )}
    </AriaSearchField>
  )
}

/** Leads into a list. Enter opens its first row, as soon as it is there; the arrow only goes there. */
export function enterList(list: HTMLElement | null, key: 'ArrowDown' | 'Enter'): void {
  list?.focus()
  if (key === 'Enter') list?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
}
