import { useLingui } from '@lingui/react/macro'
import { Check } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { Button } from 'react-aria-components'

import { Kbd } from '../../../components/Kbd.tsx'
import { TextField } from '../../../components/TextField.tsx'
import { dateRemarks } from '../../case/date-words.ts'
import type { ReadDate } from '../read-intake-date.ts'
import styles from './SaidDate.module.css'

type Props = {
  label: string
  value: string
  placeholder: string
  read: (text: string) => ReadDate | null
  /** Two ways of reading figures that could have the day or the month first; empty where there is but one. */
  readings: (text: string) => string[]
  onChange: (value: string) => void
}

/** A date as it was said, and what the page understood. */
export function SaidDate({ label, value, placeholder, read, readings, onChange }: Props) {
  const { t, i18n } = useLingui()
  const understood = value.trim() === '' ? null : read(value)
  const choices = understood === null ? [] : readings(value)
  const remark = understood === null || understood.remark === null ? '' : ` (${i18n._(dateRemarks[understood.remark])})`
  const onKeyDown = (event: KeyboardEvent) => {
    const choice = event.altKey && /^Digit[12]$/.test(event.code) ? choices[Number(event.code.at(-1)) - 1] : undefined
    if (choice === undefined) return
    event.preventDefault()
    onChange(choice)
  }
  return (
    <div className={styles.date} onKeyDownCapture={onKeyDown} role="presentation">
      <TextField
        label={label}
        value={value}
        placeholder={placeholder}
        onChange={onChange}
        maxLength={200}
        {...(understood !== null
          ? { said: `${t`understood as: ${understood.words}`}${remark}`, tone: 'understood' as const }
          : value.trim() !== '' && { said: t`not understood as a date; will be kept in the notes as said`, tone: 'doubt' as const })}
      />
      {choices.length > 0 && (
        <span className={styles.choices}>
          {choices.map((words, at) => (
            // The field's own keys do the same, so these are no stops on the way through the questions.
            <Button
              key={words}
              className={styles.choice}
              data-taken={words === understood?.words || undefined}
              excludeFromTabOrder
              onPress={() => onChange(words)}
            >
              {words === understood?.words && <Check size={12} aria-hidden />}
              <bdi>{words}</bdi> <Kbd keys={`Alt+${at + 1}`} />
            </Button>
          ))}
        </span>
      )}
    </div>
  )
}
