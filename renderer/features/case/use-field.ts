import { useCallback, useSyncExternalStore } from 'react'

import type { FieldKind, RecordTable } from '../../../electron/contract/index.ts'
import { useCaseView } from './case-context.ts'
import { fieldKey, kindOf, type FieldKey } from './saving/field-key.ts'
import type { Discarded, Entry } from './saving/field-saver.ts'
import { textOfValue } from './saving/field-values.ts'

export type CaseRow = { readonly id: string; readonly revision: number }

export type FieldOfCase = {
  key: FieldKey
  kind: FieldKind
  /** The text to be edited: what was typed last, else what the vault has. */
  text: string
  /** The vault's own text. */
  original: string
  /** The vault's own value. */
  value: unknown
  entry: Entry | undefined
  /** What was typed here and given up. */
  discarded: Discarded | undefined
  type: (text: string) => void
  leave: () => void
  choose: (text: string) => void
  discard: () => void
}

/** The value that a row has in a field; the row's type is known only to the table. */
export function valueIn(row: CaseRow, field: string): unknown {
  return Object.entries(row).find(([name]) => name === field)?.[1] ?? null
}

/** One field of one row: its text, how far its saving has come, and what can be done with it. */
export function useField(table: RecordTable, row: CaseRow, field: string): FieldOfCase {
  const { saver } = useCaseView()
  const key = fieldKey(table, row.id, field)
  const entry = useSyncExternalStore(saver.subscribe, () => saver.entry(key))
  const discarded = useSyncExternalStore(saver.subscribe, () => saver.discarded(key))
  const kind = kindOf(table, field) ?? { kind: 'text', max: 500 }
  const value = valueIn(row, field)
  const original = textOfValue(kind, value)
  return {
    key,
    kind,
    text: entry?.text ?? original,
    original,
    value,
    entry,
    discarded,
    type: useCallback((text: string) => saver.type(key, text, original), [saver, key, original]),
    leave: useCallback(() => void saver.leave(key), [saver, key]),
    choose: useCallback((text: string) => void saver.choose(key, text, original), [saver, key, original]),
    discard: useCallback(() => saver.discard(key), [saver, key]),
  }
}
