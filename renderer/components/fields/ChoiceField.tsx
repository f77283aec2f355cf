import { ChevronDown } from 'lucide-react'
import { useState } from 'react'
import { Button, Select, SelectValue } from 'react-aria-components'

import { OptionList } from '../OptionList.tsx'
import styles from './ChoiceField.module.css'

export type ChoiceOption = { id: string; label: string }

type Props = {
  label: string
  value: string | null
  options: readonly ChoiceOption[]
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

/** One of a few, shown as its words; choosing saves. */
export function ChoiceField({
  label,
  value,
  options,
  emptyWords,
  unsourced = false,
  tone = 'plain',
  editTrigger = true,
  disabled = false,
  onChoose,
}: Props) {
  const [open, setOpen] = useState(false)
  const shown = options.find((option) => option.id === value)?.label ?? value ?? emptyWords
  return (
    <Select
      className={styles.select}
      aria-label={label}
      isDisabled={disabled}
      isOpen={open}
      onOpenChange={setOpen}
      selectedKey={value ?? nothing}
      onSelectionChange={(key) => {
        const chosen = key === null || key === nothing ? null : String(key)
        if (chosen !== value) onChoose(chosen)
      }}
    >
      <Button
        className={styles.trigger}
        data-tone={tone}
        data-empty={value === null || undefined}
        {...(unsourced && value !== null ? { 'data-unsourced': '' } : {})}
        {...(editTrigger ? { 'data-edit-trigger': '' } : {})}
        onKeyDown={(event) => {
          if (event.key === 'F2') setOpen(true)
          else event.continuePropagation()
        }}
      >
        <SelectValue className={unsourced && value !== null ? `${styles.value} ${styles.unsourced}` : styles.value}>{shown}</SelectValue>
        <ChevronDown className={styles.arrow} size={14} aria-hidden />
      </Button>
      <OptionList options={options} none={{ id: nothing, label: emptyWords }} />
    </Select>
  )
}
