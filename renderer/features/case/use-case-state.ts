import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useLingui } from '@lingui/react/macro'

import type { CallError, CaseDocument, Language, RecordTable } from '../../../electron/contract/index.ts'
import { call } from '../../api/client.ts'
import { useCall } from '../../api/hooks.ts'
import { announceDone } from '../../api/undo.ts'
import type { Beside, CaseView, Panel } from './case-context.ts'
import { rowsOf } from './case-rows.ts'
import { indexCitations } from './citing/citation-index.ts'
import { fieldLabel } from './field-labels.ts'
import { binRow, createRow, type RowTable } from './row-commands.ts'
import { fieldKey, kindOf, placeOf } from './saving/field-key.ts'
import type { FieldSaver } from './saving/field-saver.ts'
import { textOfValue } from './saving/field-values.ts'
import { useLooseDrafts } from './use-loose-drafts.ts'
import { useReadingPreferences } from './use-reading-preferences.ts'
import { useSaver } from './use-saver.ts'
import { useTerms } from './use-terms.ts'
import { valueIn } from './use-field.ts'

const none: readonly never[] = []

type Parts = { document: CaseDocument; today: number; language: Language; refresh: () => void }

/** Everything that the parts of a case file share, made anew when the document is. */
export function useCaseState({ document, today, language, refresh }: Parts): { view: CaseView; beside: Beside } {
  const { t, i18n } = useLingui()
  const changed = (table: RecordTable, field: string): string => {
    const name = i18n._(fieldLabel(table, field))
    return t`${name}: changed`
  }
  const saver = useSaver({ language, today, changed })
  const terms = useTerms(language)
  const loose = useLooseDrafts()
  const reading = useReadingPreferences()
  const [atHand, setAtHand] = useState<string | null>(null)
  const [panel, setPanel] = useState<Panel | null>(null)
  const [trouble, setTrouble] = useState<CallError | null>(null)

  useFollowDocument(saver, document)
  useRestoredDrafts(saver, document)

  const citations = useMemo(() => indexCitations(document), [document])
  const unsourced = useMemo(() => indexUnsourced(document), [document])

  const create = useCallback<CaseView['create']>(
    async (table, fields) => {
      const answer = await createRow(call, table, fields)
      if (answer.ok) refresh()
      return answer
    },
    [refresh],
  )
  const remove = useCallback<CaseView['remove']>(
    async (table: RowTable, id: string, what: string) => {
      focusBeside(id)
      const answer = await binRow(call, table, id)
      if (!answer.ok) return setTrouble(answer.error)
      announceDone(t`“${what}” was moved to the bin`)
      refresh()
    },
    [refresh, t],
  )

  const beside = useMemo(() => ({ atHand, panel }), [atHand, panel])
  const view = useMemo<CaseView>(
    () => ({
      document,
      language,
      today,
      readOnly: document.caseFile.binned,
      saver,
      citations,
      isUnsourced: (table, id, field) => unsourced.fields.has(`${table}/${id}/${field}`),
      unsourcedSentences: (table, id, field) => unsourced.sentences.get(`${table}/${id}/${field}`) ?? none,
      ...terms,
      open: setAtHand,
      show: setPanel,
      create,
      remove,
      trouble,
      setTrouble,
      refresh,
      ...loose,
      ...reading,
    }),
    [document, language, today, saver, citations, unsourced, terms, create, remove, trouble, refresh, loose, reading],
  )
  return { view, beside }
}

function indexUnsourced(document: CaseDocument): { fields: Set<string>; sentences: Map<string, { start: number; end: number }[]> } {
  const fields = new Set<string>()
  const sentences = new Map<string, { start: number; end: number }[]>()
  for (const { table, id, field, sentence } of document.derived.unsourced) {
    const key = `${table}/${id}/${field}`
    if (sentence === null) fields.add(key)
    else sentences.set(key, [...(sentences.get(key) ?? []), sentence])
  }
  return { fields, sentences }
}

/** The saver learns the newest revisions, and lets go of a saved text once the document has it. */
function useFollowDocument(saver: FieldSaver, document: CaseDocument): void {
  useEffect(() => {
    for (const { table, row } of rowsOf(document)) {
      saver.known(table, row.id, row.revision)
      for (const [key, entry] of saver.entries()) {
        if (entry.state === 'saved' && key.startsWith(`${table}/${row.id}/`) && row.revision >= entry.baseRevision) saver.caughtUp(key)
      }
    }
  }, [saver, document])
}

/** Drafts that an earlier opening left come back into their fields, once. */
function useRestoredDrafts(saver: FieldSaver, document: CaseDocument): void {
  const drafts = useCall('drafts.list', {}, { fleeting: true })
  const latest = useRef(document)
  useEffect(() => {
    latest.current = document
  })
  // The drafts are read once: only what lay there when the case file was opened; later ones are this opening's own.
  useEffect(() => {
    if (drafts.data === undefined) return
    const rows = new Map(rowsOf(latest.current).map(({ table, row }) => [`${table}/${row.id}`, row]))
    saver.restore(
      drafts.data.drafts.flatMap((draft) => {
        const place = placeOf(draft.key)
        const row = place === null ? undefined : rows.get(`${place.table}/${place.id}`)
        const kind = place === null ? null : kindOf(place.table, place.field)
        if (place === null || row === undefined || kind === null) return []
        return [
          {
            key: fieldKey(place.table, place.id, place.field),
            text: draft.value,
            baseRevision: draft.baseRevision,
            at: draft.at,
            original: textOfValue(kind, valueIn(row, place.field)),
          },
        ]
      }),
    )
  }, [saver, drafts.data])
}

/** Before a row goes, the focus moves to its neighbour, or to what adds a new one. */
function focusBeside(id: string): void {
  const row = globalThis.document.querySelector(`[data-row="${id}"]`)
  const beside = row?.nextElementSibling ?? row?.previousElementSibling ?? row?.parentElement?.nextElementSibling
  const target = beside?.querySelector<HTMLElement>('button') ?? (beside instanceof HTMLElement ? beside : null)
  target?.focus()
}
