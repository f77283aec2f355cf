import type { ReactNode, Ref } from 'react'
import { Input, Label, Text, TextArea, TextField as AriaTextField } from 'react-aria-components'

import fields from './Field.module.css'
import styles from './TextField.module.css'

type Props = {
  label: string
  value: string
  onChange: (value: string) => void
  /** What is typed stays hidden. */
  secret?: boolean
  /** Several lines. */
  rows?: number
  placeholder?: string
  /** What was understood, or what to know; read aloud as it changes. */
  said?: ReactNode
  tone?: 'quiet' | 'understood' | 'doubt' | 'wrong'
  autoFocus?: boolean
  disabled?: boolean
  required?: boolean
  large?: boolean
  /** What is typed is of no language of the page, and runs from left to right: words of a card, a code. */
  verbatim?: boolean
  maxLength?: number
  /** Stands inside the field at its end. */
  end?: ReactNode
  /** Id of what says, elsewhere on the page, why this is wrong. */
  wrongBy?: string
  inputRef?: Ref<HTMLInputElement>
  onBlur?: () => void
}

/** A label, what is typed, and what the page makes of it. */
export function TextField(props: Props) {
  const { label, value, onChange, secret = false, rows, placeholder, said, tone = 'quiet', large = false, end } = props
  // An empty field runs as the page does, so that the caret stands where the placeholder begins.
  const way =
    props.verbatim === true ? ({ dir: 'ltr', lang: 'en', translate: 'no' } as const) : ({ ...(value !== '' && { dir: 'auto' }) } as const)
  const common = { className: `${fields.box} ${styles.input}`, ...way, ...(placeholder !== undefined && { placeholder }) } as const
  return (
    <AriaTextField
      className={large ? `${fields.field} ${styles.large}` : fields.field}
      value={value}
      onChange={onChange}
      type={secret ? 'password' : 'text'}
      isDisabled={props.disabled ?? false}
      isRequired={props.required ?? false}
      isInvalid={tone === 'wrong' || props.wrongBy !== undefined}
      {...(props.wrongBy !== undefined && { 'aria-describedby': props.wrongBy })}
      autoFocus={props.autoFocus ?? false}
      autoComplete="off"
      spellCheck="false"
      validationBehavior="aria"
      maxLength={props.maxLength ?? 2000}
      {...(props.onBlur && { onBlur: props.onBlur })}
    >
      <Label className={`${fields.label} ${styles.label}`}>{label}</Label>
      <span className={styles.frame}>
        {rows === undefined ? <Input {...common} {...(props.inputRef && { ref: props.inputRef })} /> : <TextArea {...common} rows={rows} />}
        {end !== undefined && <span className={styles.end}>{end}</span>}
      </span>
      {/* There before its words are: what comes with its words in it is not read aloud. */}
      <span className={styles.live} aria-live="polite">
        {said !== undefined && said !== '' && (
          <Text slot="description" className={`${fields.said} ${fields[tone]}`}>
            {said}
          </Text>
        )}
      </span>
    </AriaTextField>
  )
}
