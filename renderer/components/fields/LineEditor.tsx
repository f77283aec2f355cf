import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react'

import styles from './LineEditor.module.css'
import { listToText } from './text/list-text.ts'

export type LeaveBy = 'blur' | 'escape' | 'done' | 'tab' | 'back_tab'

type Props = {
  label: string
  text: string
  placeholder?: string
  large?: boolean
  /** What the page understood, or why it can't be taken; it is read aloud as it changes. */
  said?: ReactNode
  wrong?: boolean
  /** A list on one line: lines that are pasted become its entries. */
  list?: boolean
  onChange: (text: string) => void
  onLeave: (by: LeaveBy) => void
}

/** One line, edited where it is read. Enter and Tab save it, Escape gives back what was there. */
export function LineEditor({ label, text, placeholder, large = false, said, wrong = false, list = false, onChange, onLeave }: Props) {
  const input = useRef<HTMLInputElement>(null)
  const saidId = useId()
  useEffect(() => {
    input.current?.focus()
    input.current?.select()
  }, [])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') onLeave('escape')
    else if (event.key === 'Enter') onLeave('done')
    else if (event.key === 'Tab') onLeave(event.shiftKey ? 'back_tab' : 'tab')
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <span className={styles.frame}>
      <input
        ref={input}
        className={large ? `${styles.input} ${styles.large}` : styles.input}
        aria-label={label}
        aria-invalid={wrong}
        aria-describedby={said === undefined ? undefined : saidId}
        value={text}
        placeholder={placeholder}
        // An empty field runs as the page does, so that the caret stands where the line begins.
        {...(text !== '' && { dir: 'auto' })}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
        onPaste={(event) => {
          const pasted = event.clipboardData.getData('text/plain')
          if (!list || !/[\n\r\t]/u.test(pasted.trim())) return
          event.preventDefault()
          const { selectionStart, selectionEnd } = event.currentTarget
          const entries = pasted.split(/[\n\r\t]+/u).map((entry) => entry.trim())
          const line = listToText(entries.filter((entry) => entry !== ''))
          onChange(text.slice(0, selectionStart ?? text.length) + line + text.slice(selectionEnd ?? text.length))
        }}
        onBlur={() => onLeave('blur')}
      />
      {said !== undefined && (
        <span id={saidId} className={wrong ? styles.wrong : styles.said} aria-live="polite">
          {said}
        </span>
      )}
    </span>
  )
}
