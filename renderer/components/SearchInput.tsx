import { useLingui } from '@lingui/react/macro'
import { Search, X } from 'lucide-react'
import type { KeyboardEvent, Ref } from 'react'
import { Button, Input, SearchField } from 'react-aria-components'

import fields from './Field.module.css'
import { Kbd } from './Kbd.tsx'
import styles from './SearchInput.module.css'

type Props = {
  /** Its name, and what stands in it while it is empty. */
  label: string
  value: string
  onChange: (value: string) => void
  /** Keys that lead here, shown while it is empty. */
  keys?: string
  disabled?: boolean
  inputRef?: Ref<HTMLInputElement>
  onKeyDown?: (event: KeyboardEvent) => void
}

/** Finds as one types; Escape empties it. */
export function SearchInput({ label, value, onChange, keys, disabled = false, inputRef, onKeyDown }: Props) {
  const { t } = useLingui()
  return (
    <SearchField
      className={styles.field}
      aria-label={label}
      value={value}
      onChange={onChange}
      isDisabled={disabled}
      maxLength={400}
      autoComplete="off"
      spellCheck="false"
    >
      <Search className={styles.icon} size={16} aria-hidden />
      <Input
        className={`${fields.box} ${styles.input}`}
        placeholder={label}
        dir="auto"
        {...(inputRef !== undefined && { ref: inputRef })}
        {...(onKeyDown !== undefined && { onKeyDown })}
      />
      <span className={styles.end}>
        {value !== '' ? (
          <Button className={styles.clear} aria-label={t`Clear the search`}>
            <X size={14} aria-hidden />
          </Button>
        ) : (
          keys !== undefined && (
            <span aria-hidden>
              <Kbd keys={keys} />
            </span>
          )
        )}
      </span>
    </SearchField>
  )
}
