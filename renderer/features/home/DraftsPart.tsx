import { useLingui } from '@lingui/react/macro'

import type { RecordTable } from '../../../electron/contract/index.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { fieldLabel, recordLabel } from '../case/field-labels.ts'
import { fieldKey } from '../case/saving/field-key.ts'
import type { DraftOf } from './drafts.ts'
import { focusFieldWhenThere } from './focus-field.ts'
import { Part } from './Part.tsx'
import { HomeRow, RowList } from './RowList.tsx'
import { useDrafts, type Draft } from './use-drafts.ts'

/** Parts of the case file in which rows are added; a form that has a draft stands open there. */
const sectionOf: Partial<Record<RecordTable, string>> = {
  charges: '#case-charges',
  whereabouts_notes: '#case-whereabouts',
  custody_statuses: '#case-custody',
  person_names: '#case-person',
  identity_documents: '#case-person',
}

/** Where in the case file the focus goes for a draft. */
function selectorOf(of: Exclude<DraftOf, { kind: 'new_case' }>): string {
  if (of.kind !== 'row' && of.field !== null) return `[data-field="${fieldKey(of.table, of.id, of.field)}"]`
  if (of.kind === 'row') return `${sectionOf[of.of] ?? ''} form`
  return `[data-row="${of.id}"]`
}

/** What was typed and not entered; each leads to where it was typed. It presses where there is any, and comes last where there is none. */
export function DraftsPart({ when }: { when: 'any' | 'none' }) {
  const { t, i18n } = useLingui()
  const { open, openSource, newCase } = useNavigation()
  const drafts = useDrafts()
  if (drafts === undefined || drafts.length > 0 !== (when === 'any')) return null

  const whatOf = (of: DraftOf): string => {
    switch (of.kind) {
      case 'new_case':
        return t`A new case was begun`
      case 'field':
        return i18n._(fieldLabel(of.table, of.field))
      case 'row':
        return t`${i18n._(recordLabel(of.of))}, not added yet`
      case 'citation':
        return t`A source for ${i18n._(of.field === null ? recordLabel(of.table) : fieldLabel(of.table, of.field))}`
    }
  }
  const lead = ({ of, place }: Draft) => {
    if (of.kind === 'new_case') return newCase()
    if (place?.caseId === null) return openSource(of.id)
    if (place === null) return
    open(place.caseId)
    focusFieldWhenThere(selectorOf(of))
  }
  return (
    <Part title={t`Typed and not entered`} count={drafts.length} well={t`Nothing was left half typed`}>
      <RowList>
        {drafts.map((draft) => (
          <HomeRow
            key={draft.key}
            onOpen={() => lead(draft)}
            name={draft.place === null ? whatOf(draft.of) : <bdi>{draft.place.name}</bdi>}
            about={draft.place === null ? undefined : whatOf(draft.of)}
            figure={i18n.date(new Date(draft.at), { dateStyle: 'medium', timeStyle: 'short' })}
          />
        ))}
      </RowList>
    </Part>
  )
}
