import type { ReactNode } from 'react'

import type { CallError } from '../../electron/contract/index.ts'
import { useErrorWords } from '../api/error-words.ts'
import { Note } from './Note.tsx'

/** What happened, what is safe and what to do, where it happened. */
export function ErrorNote({ error, actions, id }: { error: CallError; actions?: ReactNode; id?: string }) {
  const words = useErrorWords()(error)
  const rest = [words.safe, words.next].filter((sentence) => sentence !== '').join(' ')
  return (
    <Note tone="danger" alert title={words.happened} actions={actions} {...(id !== undefined && { id })}>
      {rest === '' ? undefined : <p>{rest}</p>}
    </Note>
  )
}
