import { useEffect, useState, useSyncExternalStore } from 'react'

import type { AppEvent, CallError, CallName } from '../../../electron/contract/index.ts'
import { readsAny } from '../../api/call-facts.ts'
import { onAppEvent } from '../../api/client.ts'
import { RowWindow, type Page, type PageAnswer, type Shown } from './row-window.ts'

/** How many rows are asked for at a time. */
export const pageSize = 50

type Ways<Question, Row> = {
  /** The calls that answer: what they read says when the rows are out of date. */
  reads: readonly CallName[]
  fetchPage: (question: Question, page: number) => Promise<PageAnswer<Row, CallError>>
  complete?: (question: Question, rows: readonly Row[]) => Promise<readonly Row[]>
}

export type Listed<Question, Row> = {
  shown: Shown<Question, Row, CallError>
  rowAt: (index: number) => Row | undefined
  see: (first: number, last: number) => void
}

const keyOf = (question: unknown): string => JSON.stringify(question)

/** The rows that answer a question, by page, kept in step with the vault. `ways` is read once. */
export function useRowWindow<Question, Row>(question: Question, ways: Ways<Question, Row>): Listed<Question, Row> {
  const [{ rows, reads }] = useState(() => ({
    reads: ways.reads,
    rows: new RowWindow<Question, Row, CallError>({
      pageSize,
      keyOf,
      fetchPage: ways.fetchPage,
      ...(ways.complete !== undefined && { complete: ways.complete }),
    }),
  }))
  // Asked while the keystroke is still being drawn: the vault works at the same time.
  useEffect(() => rows.ask(question), [rows, question])
  useEffect(
    () =>
      onAppEvent((event: AppEvent) => {
        if (event.type === 'data.changed' && reads.some((name) => readsAny(name, event.tables))) rows.refresh()
      }),
    [rows, reads],
  )
  const shown = useSyncExternalStore(rows.subscribe, rows.shown)
  const [{ rowAt, see }] = useState(() => ({
    rowAt: (index: number) => rows.shown().pages.get(Math.floor(index / pageSize))?.[index % pageSize],
    see: (first: number, last: number) => rows.see(first, last),
  }))
  return { shown, rowAt, see }
}

/** A page out of the answer to a call. */
export const pageOf = <Row>(total: number, rows: readonly Row[]): { ok: true; page: Page<Row> } => ({ ok: true, page: { total, rows } })
