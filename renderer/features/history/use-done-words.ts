import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'

import { records, type RecordTable } from '../../../electron/contract/index.ts'
import { joined } from '../../i18n/lists.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { useStatementWords } from '../case/citing/use-statement-words.ts'
import { tableOfKind } from '../case/row-commands.ts'
import type { ChangeSet } from './HistoryPanel.tsx'

/** What was changed, as it stands in the sentence: with its article, and in French with its “de”. */
const things: Readonly<Record<RecordTable, MessageDescriptor>> = {
  persons: msg({ context: 'changed thing', message: 'the person' }),
  person_names: msg({ context: 'changed thing', message: 'another name' }),
  identity_documents: msg({ context: 'changed thing', message: 'an identity document' }),
  case_files: msg({ context: 'changed thing', message: 'the case file' }),
  charges: msg({ context: 'changed thing', message: 'a charge' }),
  whereabouts_notes: msg({ context: 'changed thing', message: 'a whereabouts note' }),
  custody_statuses: msg({ context: 'changed thing', message: 'a custody status' }),
  sources: msg({ context: 'changed thing', message: 'a source' }),
  citations: msg({ context: 'changed thing', message: 'a citation' }),
  competing_values: msg({ context: 'changed thing', message: 'what another source says' }),
  saved_searches: msg({ context: 'changed thing', message: 'a saved search' }),
}
const isRecord = (table: string): table is RecordTable => Object.hasOwn(records, table)

/** One sentence that says what a change did and to what. */
export function useDoneWords(): (change: ChangeSet) => string {
  const { t, i18n } = useLingui()
  const language = useLanguage()
  const statementWords = useStatementWords()

  const thing = (table: RecordTable, change: ChangeSet): string => {
    const of = (field: string): string | null => {
      const revision = change.revisions.find((one) => one.table === table && one.field === field)
      const now = revision?.after ?? revision?.before
      return typeof now === 'string' ? now : null
    }
    if (table !== 'competing_values') return i18n._(things[table])
    const [contested, id, field] = [of('targetTable'), of('targetId'), of('field')]
    // A change of its reason alone does not say whose it is; the file does.
    const row = change.revisions.find((one) => one.table === table)?.id ?? ''
    const name = contested !== null && isRecord(contested) && id !== null ? statementWords(contested, id, field) : null
    return name === null ? statementWords(table, row, null) : t`what another source says of “${name}”`
  }

  return (change) => {
    const verb = change.kind.split('.').at(-1) ?? change.kind
    const told = tableOfKind(change.kind)
    const tables = told === null ? [...new Set(change.revisions.map(({ table }) => table))].filter(isRecord) : [told]
    const what = joined(
      language,
      tables.map((table) => thing(table, change)),
    )
    switch (verb) {
      case 'create':
        return t`Added ${what}`
      case 'bin':
        return t`Moved ${what} to the bin`
      case 'restore':
        return t`Restored ${what} from the bin`
      case 'adopt':
        return t`What another source says became the current value`
      case 'undo':
        return t`An earlier change was taken back`
      default:
        return t`Changed ${what}`
    }
  }
}
