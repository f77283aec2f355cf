import { ChevronDown } from 'lucide-react'
import { Button, Label, ListBox, ListBoxItem, Popover, Select as AriaSelect, SelectValue } from 'react-aria-components'

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
}

/** One of many. */
export function Select<Value extends string>({ label, value, options, onChange, placeholder, none, labelHidden = false }: Props<Value>) {
  return (
    <AriaSelect
      className={styles.select}
      placeholder={placeholder}
      selectedKey={value}
      onSelectionChange={(key) => onChange(options.find((option) => option.value === key)?.value ?? null)}
    >
      <Label className={labelHidden ? 'visually-hidden' : styles.label}>{label}</Label>
      <Button className={styles.trigger}>
        <SelectValue className={styles.value} />
        <ChevronDown size={14} aria-hidden />
      </Button>
      <Popover className={styles.popover} placement="bottom start">
        <ListBox className={styles.list}>
          {options.map((option) => (
            <ListBoxItem key={option.value} id={option.value} textValue={option.label} className={styles.option}>
              {option.label}
            </ListBoxItem>
          ))}
          {none !== undefined && (
            <ListBoxItem id="" textValue={none} className={styles.option}>
              {none}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
