import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useEffect, useRef, useState } from 'react'

import type { CallError, CallOutput } from '../../../electron/contract/index.ts'
import { call } from '../../api/client.ts'
import { announceDone } from '../../api/undo.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { useStretch } from '../cases/use-stretch.ts'
import { pageOf, pageSize, useRowWindow } from '../cases/use-row-window.ts'
import { BinEntry } from './BinEntry.tsx'
import styles from './BinView.module.css'
import { EraseDialog } from './EraseDialog.tsx'
import { isRestorable, restoreCalls } from './restore-calls.ts'

type Entry = CallOutput<'bin.list'>['entries'][number]

const rowHeight = 65

async function fetchBin(_: string, page: number) {
  const answer = await call('bin.list', { limit: pageSize, offset: page * pageSize })
  return answer.ok ? pageOf(answer.value.total, answer.value.entries) : answer
}

/** What was thrown away and can come back. */
export function BinView() {
  const { t, i18n } = useLingui()
  const [trouble, setTrouble] = useState<CallError | null>(null)
  const { shown, rowAt, see } = useRowWindow<string, Entry>('', { reads: ['bin.list'], fetchPage: fetchBin })
  const total = shown.total ?? 0
  const scroller = useRef<HTMLDivElement>(null)
  const title = useRef<HTMLHeadingElement>(null)
  const list = useRef<HTMLUListElement>(null)
  const { stretch, onScroll } = useStretch(scroller, rowHeight, total)
  useEffect(() => see(stretch.first, stretch.last), [see, stretch])

  // Once the restored entry is gone the one in its place is next, the one before it at the end, the title where none is left.
  const restored = useRef<{ index: number; id: string } | null>(null)
  useEffect(() => {
    const gone = restored.current
    if (gone === null || shown.total === null || rowAt(gone.index)?.id === gone.id) return
    restored.current = null
    const next = list.current?.querySelector<HTMLElement>(`[data-index="${Math.min(gone.index, shown.total - 1)}"] button`)
    ;(next ?? title.current)?.focus()
  }, [shown, rowAt])

  const restore = async (entry: Entry, index: number) => {
    if (!isRestorable(entry.table)) return
    restored.current = { index, id: entry.id }
    const answer = await call(restoreCalls[entry.table], { id: entry.id })
    setTrouble(answer.ok ? null : answer.error)
    if (answer.ok) announceDone(t`“${entry.label}” is back in its place.`)
    else restored.current = null
  }

  const [erasing, setErasing] = useState<{ entry: Entry; index: number } | null>(null)

  const number = i18n.number(total)
  return (
    <div className={styles.page} ref={scroller} onScroll={onScroll}>
      <h1 className={styles.title} ref={title} tabIndex={-1}>
        {t({ context: 'place', message: 'Bin' })}
      </h1>
      <p className={styles.lead}>{t`What lies here is still in the vault, encrypted, until it is restored or erased for good.`}</p>
      {trouble !== null && <ErrorNote error={trouble} />}
      {shown.error !== null && <ErrorNote error={shown.error} />}
      {erasing !== null && (
        <EraseDialog
          entry={erasing.entry}
          onClose={() => setErasing(null)}
          onErased={() => {
            restored.current = { index: erasing.index, id: erasing.entry.id }
            setErasing(null)
          }}
        />
      )}
      {shown.total === 0 && (
        <EmptyState
          flush
          title={t`The bin is empty`}
        >{t`Whatever you remove from a case file comes here first, and can come back.`}</EmptyState>
      )}
      {total > 0 && (
        <>
          <p
            className={styles.count}
            role="status"
          >{t`${plural(total, { one: `${number} thing`, other: `${number} things` })} in the bin`}</p>
          <ul className={styles.list} style={{ blockSize: total * rowHeight }} ref={list}>
            {Array.from({ length: Math.max(0, stretch.last - stretch.first + 1) }, (_, offset) => stretch.first + offset).map((index) => {
              const entry = rowAt(index)
              return (
                <li
                  key={index}
                  data-index={index}
                  className={styles.entry}
                  style={{ blockSize: rowHeight, transform: `translateY(${index * rowHeight}px)` }}
                  aria-setsize={total}
                  aria-posinset={index + 1}
                >
                  {entry !== undefined && (
                    <BinEntry entry={entry} onRestore={() => void restore(entry, index)} onErase={() => setErasing({ entry, index })} />
                  )}
                </li>
              )
            })}
          </ul>
        </>
      )}
    </div>
  )
}
