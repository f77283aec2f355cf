import { ChevronDown } from 'lucide-react'
import { Button, Label, Select as AriaSelect, SelectValue } from 'react-aria-components'

import fields from './Field.module.css'
import { OptionList } from './OptionList.tsx'
import styles from './Select.module.css'

export type Option<Value extends string> = { value: Value; label: string }

type Props<Value extends string> = {
  label: string
  value: Value | null
  options: readonly Option<Value>[]
  onChange: (value: Value | null) => void
  /** What stands there while nothing is chosen. */
  placeholder: string
  /** What the choice of nothing is called; without it there is none. */
  none?: string
  labelHidden?: boolean
  /** As large as the fields of the lock screen. */
  large?: boolean
  disabled?: boolean
}

/** One of many. */
export function Select<Value extends string>(props: Props<Value>) {
  const { label, value, options, onChange, placeholder, none, labelHidden = false, large = false, disabled = false } = props
  return (
    <AriaSelect
      className={fields.field}
      placeholder={placeholder}
      isDisabled={disabled}
      selectedKey={value}
      onSelectionChange={(key) => onChange(options.find((option) => option.value === key)?.value ?? null)}
    >
      <Label className={labelHidden ? 'visually-hidden' : large ? `${fields.label} ${fields.strong}` : fields.label}>{label}</Label>
      <Button className={`${fields.box} ${styles.trigger} ${large ? styles.large : ''}`}>
        <SelectValue className={styles.value}>
          {({ isPlaceholder, selectedText, defaultChildren }) => (isPlaceholder ? defaultChildren : selectedText)}
        </SelectValue>
        <ChevronDown size={14} aria-hidden />
      </Button>
      <OptionList
        options={options.map((option) => ({ id: option.value, label: option.label }))}
        {...(none !== undefined && { none: { id: '', label: none } })}
      />
    </AriaSelect>
  )
}
