import { useEffect, useRef, useState } from 'react'

import type { CallOutput, Language, RecordTable } from '../../../electron/contract/index.ts'
import { call } from '../../api/client.ts'
import { nameChange } from '../../api/undo.ts'
import { readFieldDate } from './read-field-date.ts'
import { updateRow } from './row-commands.ts'
import { kindOf, placeOf, type FieldKey } from './saving/field-key.ts'
import { createFieldSaver, type FieldSaver } from './saving/field-saver.ts'
import { valueOfText } from './saving/field-values.ts'

export type Reading = {
  language: Language
  today: number
  /** Says which field was changed. */ changed: (table: RecordTable, field: string) => string
}

/** The saver of one case file; what is typed is read in the page's language of the moment. */
export function useSaver(reading: Reading): FieldSaver {
  const latest = useRef(reading)
  useEffect(() => {
    latest.current = reading
  })
  const [saver] = useState(() =>
    createFieldSaver({
      putDraft: (key, value, baseRevision) => call('drafts.put', { key, value, baseRevision }),
      clearDraft: (key) => call('drafts.clear', { key }),
      update: async (table, id, baseRevision, fields) => {
        const answer = await updateRow(call, table, id, baseRevision, fields)
        const [field] = Object.keys(fields)
        if (answer.ok && field !== undefined) nameChange(answer.value.changeNo, latest.current.changed(table, field))
        return answer
      },
      read: (key, text) => readField(key, text, latest.current),
      later: (work, milliseconds) => {
        const timer = setTimeout(work, milliseconds)
        return () => clearTimeout(timer)
      },
    }),
  )
  // What stands in an editor when the document is left becomes a change, as if the field had been left.
  useEffect(() => () => void saver.leaveAll(), [saver])
  return saver
}

function readField(key: FieldKey, text: string, reading: Reading): ReturnType<typeof valueOfText> {
  const place = placeOf(key)
  const kind = place === null ? null : kindOf(place.table, place.field)
  if (kind === null || place === null) return { ok: false, reason: 'no_such_field' }
  return valueOfText(kind, text, (typed) => {
    const read = readFieldDate(place.table, place.field, typed, reading)
    return read.ok ? read.value : null
  })
}

export type Draft = CallOutput<'drafts.list'>['drafts'][number]
