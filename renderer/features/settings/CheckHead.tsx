import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'

import type { CallError, CallOutput } from '../../../electron/contract/index.ts'
import { call } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { Disclosure } from '../../components/Disclosure.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Note } from '../../components/Note.tsx'
import { TextField } from '../../components/TextField.tsx'
import { useEnglishNote } from '../../i18n/use-english-note.ts'
import styles from './ActivityPart.module.css'
import { readHead } from './read-head.ts'

/** Compares the number and the four words on a report or a backup with this vault's history (security rules 14 and 15). */
export function CheckHead() {
  const { t, i18n } = useLingui()
  const { typing } = useEnglishNote()
  const [number, setNumber] = useState('')
  const [words, setWords] = useState('')
  const [found, setFound] = useState<CallOutput<'audit.checkHead'> | null>(null)
  const [error, setError] = useState<CallError | null>(null)
  const head = readHead(number, words)
  const check = async () => {
    if (head === null) return
    const answer = await call('audit.checkHead', head)
    setFound(answer.ok ? answer.value : null)
    setError(answer.ok ? null : answer.error)
  }
  const said = (): string => {
    if (found === null) return ''
    const { at, since } = found
    if (found.found === 'same' && at !== null) {
      const day = i18n.date(new Date(at), { dateStyle: 'long', timeStyle: 'short' })
      return t`They are this vault’s own, of ${day}. ${plural(since, { 0: 'Nothing was changed since.', one: '# change was made since.', other: '# changes were made since.' })}`
    }
    return found.found === 'differs'
      ? t`This vault has a change of that number, but with other words. Check how they were typed; if they are right, the paper is from another vault, or this one was replaced.`
      : t`This vault has not come to that number. If the paper is from this vault, an older copy of it was put back.`
  }
  return (
    <Disclosure title={t`Check the words of a report`}>
      <form
        className={styles.check}
        onSubmit={(event) => {
          event.preventDefault()
          void check()
        }}
      >
        <TextField label={t`Number of the change`} value={number} onChange={setNumber} maxLength={20} />
        <TextField label={t`The four words`} value={words} onChange={setWords} maxLength={80} verbatim said={typing} />
        <Button type="submit" isDisabled={head === null}>{t`Compare`}</Button>
        <div role="status">{found !== null && <Note tone={found.found === 'same' ? 'good' : 'danger'}>{said()}</Note>}</div>
        {error !== null && <ErrorNote error={error} />}
      </form>
    </Disclosure>
  )
}
