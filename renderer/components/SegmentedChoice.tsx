import { Label, Radio, RadioGroup } from 'react-aria-components'

import fields from './Field.module.css'
import styles from './SegmentedChoice.module.css'

export type Segment<Value extends string> = {
  value: Value
  label: string
  /** Said to screen readers instead of a bare letter. */ spoken?: string
}

type Props<Value extends string> = {
  label: string
  value: Value | null
  segments: readonly Segment<Value>[]
  onChange: (value: Value) => void
  /** The chosen one in more words, at the side. */
  said?: string
  labelHidden?: boolean
  /** Its label as on the fields of the lock screen. */
  large?: boolean
  disabled?: boolean
}

/** One of a few, all of them seen. */
export function SegmentedChoice<Value extends string>({
  label,
  value,
  segments,
  onChange,
  said,
  labelHidden = false,
  large = false,
  disabled = false,
}: Props<Value>) {
  return (
    <RadioGroup
      className={fields.field}
      value={value}
      orientation="horizontal"
      isDisabled={disabled}
      onChange={(chosen) => {
        const segment = segments.find((one) => one.value === chosen)
        if (segment !== undefined) onChange(segment.value)
      }}
    >
      <Label className={labelHidden ? 'visually-hidden' : large ? `${fields.label} ${fields.strong}` : fields.label}>{label}</Label>
      <span className={styles.row}>
        <span className={styles.segments}>
          {segments.map((segment) => (
            <Radio
              key={segment.value}
              value={segment.value}
              className={styles.segment}
              {...(segment.spoken !== undefined && { 'aria-label': segment.spoken })}
            >
              {segment.label}
            </Radio>
          ))}
        </span>
        {said !== undefined && said !== '' && <span className={styles.said}>{said}</span>}
      </span>
    </RadioGroup>
  )
}
