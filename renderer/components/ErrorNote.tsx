import { useEffect, useRef, type ReactNode } from 'react'

import type { CallError } from '../../electron/contract/index.ts'
import { useErrorWords } from '../api/error-words.ts'
import { Note } from './Note.tsx'

/** What happened, what is safe and what to do, where it happened. */
export function ErrorNote({ error, actions, id }: { error: CallError; actions?: ReactNode; id?: string }) {
  const words = useErrorWords()(error)
  const rest = [words.safe, words.next].filter((sentence) => sentence !== '').join(' ')
  // What a person stopped is no failure.
  const stopped = error.code === 'cancelled'
  const note = (
    <Note tone={stopped ? 'info' : 'danger'} alert title={words.happened} actions={actions} {...(id !== undefined && { id })}>
      {rest === '' ? undefined : <p>{rest}</p>}
    </Note>
  )
  return stopped ? <Caught>{note}</Caught> : note
}

/** The button that stopped it went with what it stopped: the focus, which stood on it, stands here. */
function Caught({ children }: { children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (document.activeElement === document.body) place.current?.focus()
  }, [])
  return (
    <div ref={place} tabIndex={-1}>
      {children}
    </div>
  )
}
