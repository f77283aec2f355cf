import { useRef, type ComponentProps, type KeyboardEvent } from 'react'

import { SegmentedChoice } from '../../../components/SegmentedChoice.tsx'
import { choiceOfKey, keysOf } from '../key-choices.ts'
import styles from './KeyChoice.module.css'

type Props<Value extends string> = ComponentProps<typeof SegmentedChoice<Value>>

/** One of a few, picked by its letter as well: one key press during a call. The letters show while it has the focus. */
export function KeyChoice<Value extends string>(props: Props<Value>) {
  const box = useRef<HTMLDivElement>(null)
  const keys = keysOf(props.segments.map(({ label }) => label))
  const onKeyDown = (event: KeyboardEvent) => {
    const at = choiceOfKey(keys, event)
    const segment = props.segments[at]
    if (segment === undefined) return
    event.preventDefault()
    event.stopPropagation()
    props.onChange(segment.value)
    // The focus goes to what was picked, so that the next Tab leads on to the next question.
    box.current?.querySelectorAll<HTMLInputElement>('input[type="radio"]')[at]?.focus()
  }
  // Where the words are their own letters there is nothing to say about them.
  const isPlain = props.segments.every(({ label }) => [...label].length === 1)
  return (
    <div ref={box} className={styles.box} onKeyDownCapture={onKeyDown} role="presentation">
      <SegmentedChoice {...props} />
      {!isPlain && (
        <span className={styles.keys} aria-hidden>
          {keys.map((key, at) => (
            <kbd key={props.segments[at]?.value}>{key === '' ? at + 1 : key}</kbd>
          ))}
        </span>
      )}
    </div>
  )
}
