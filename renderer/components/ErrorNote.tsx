import { useEffect, useId, useRef, useState, type ReactNode } from 'react'

import type { CallError } from '../../electron/contract/index.ts'
import { useErrorWords } from '../api/error-words.ts'
import { Note } from './Note.tsx'

/** What happened, what is safe and what to do, where it happened. */
export function ErrorNote({ error, actions, id }: { error: CallError; actions?: ReactNode; id?: string }) {
  const words = useErrorWords()(error)
  const rest = [words.safe, words.next].filter((sentence) => sentence !== '').join(' ')
  const rows = rest === '' ? undefined : <p>{rest}</p>
  const shown = { title: words.happened, actions, ...(id !== undefined && { id }) }
  // What a person stopped is no failure.
  if (error.code === 'cancelled') return <Stopped {...shown}>{rows}</Stopped>
  return (
    <Note tone="danger" alert {...shown}>
      {rows}
    </Note>
  )
}

type StoppedProps = { title: string; children: ReactNode; actions: ReactNode; id?: string }

/**
 * The button that stopped it went with what it stopped: the focus, which stood on it, stands here, and with it this is read
 * out. As an alert it would be read twice; it is one only where the focus stands elsewhere by now.
 */
function Stopped({ title, children, ...note }: StoppedProps) {
  const place = useRef<HTMLDivElement>(null)
  const words = useId()
  const [elsewhere, setElsewhere] = useState(false)
  useEffect(() => {
    if (document.activeElement === document.body) place.current?.focus()
    else if (document.activeElement !== place.current) setElsewhere(true)
  }, [])
  return (
    <div ref={place} role="group" tabIndex={-1} aria-label={title} aria-describedby={words}>
      <Note tone="info" alert={elsewhere} title={title} {...note}>
        {children !== undefined && <div id={words}>{children}</div>}
      </Note>
    </div>
  )
}
