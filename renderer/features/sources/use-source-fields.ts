import { useLingui } from '@lingui/react/macro'
import { useEffect, useSyncExternalStore } from 'react'

import type { RecordOutput } from '../../../electron/contract/index.ts'
import { call } from '../../api/client.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { fieldLabel } from '../case/field-labels.ts'
import { fieldKey, kindOf } from '../case/saving/field-key.ts'
import { savingStateOf, type Entry } from '../case/saving/field-saver.ts'
import { textOfValue } from '../case/saving/field-values.ts'
import { todayNumber } from '../case/today.ts'
import { useSaver } from '../case/use-saver.ts'

export type SourceField = Exclude<keyof RecordOutput<'sources'>, 'id' | 'revision' | 'binned'>

/** The fields of one source as texts being edited, each saved when it is left and kept as a draft until then. */
export function useSourceFields(source: RecordOutput<'sources'>) {
  const { t, i18n } = useLingui()
  const language = useLanguage()
  const saver = useSaver({
    language,
    today: todayNumber(),
    changed: (table, field) => {
      const name = i18n._(fieldLabel(table, field))
      return t`${name}: changed`
    },
  })
  const entries = useSyncExternalStore(saver.subscribe, saver.entries)
  const { id, revision } = source

  useEffect(() => {
    saver.known('sources', id, revision)
    for (const [key, entry] of saver.entries()) if (entry.state === 'saved' && entry.baseRevision <= revision) saver.caughtUp(key)
  }, [saver, id, revision])

  const storedText = (field: SourceField): string => {
    const kind = kindOf('sources', field)
    return kind === null ? '' : textOfValue(kind, source[field])
  }

  useEffect(() => {
    let gone = false
    void call('drafts.list', {}).then((answer) => {
      if (gone || !answer.ok) return
      const prefix = `sources/${id}/`
      const drafts = answer.value.drafts.filter(({ key }) => key.startsWith(prefix))
      saver.restore(
        drafts.map((draft) => ({
          key: fieldKey('sources', id, draft.key.slice(prefix.length)),
          text: draft.value,
          baseRevision: draft.baseRevision,
          at: draft.at,
          original: storedText(draft.key.slice(prefix.length) as SourceField),
        })),
      )
    })
    return () => {
      gone = true
    }
    // Drafts are taken up once, when the source is opened; later ones are this page's own.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [saver, id])

  return {
    saving: savingStateOf(entries),
    text: (field: SourceField): string => entries.get(fieldKey('sources', id, field))?.text ?? storedText(field),
    entry: (field: SourceField): Entry | undefined => entries.get(fieldKey('sources', id, field)),
    type: (field: SourceField, text: string) => saver.type(fieldKey('sources', id, field), text, storedText(field)),
    leave: (field: SourceField) => {
      const key = fieldKey('sources', id, field)
      // A draft that was taken up counts as typed as soon as the field is left.
      void (saver.entry(key)?.state === 'restored' ? saver.keep(key) : saver.leave(key))
    },
    choose: (field: SourceField, value: string | null) => void saver.choose(fieldKey('sources', id, field), value ?? '', storedText(field)),
  }
}
