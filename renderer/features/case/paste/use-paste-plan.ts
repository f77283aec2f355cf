import { useLingui } from '@lingui/react/macro'

import { useCaseView } from '../case-context.ts'
import { choiceLabel } from '../choice-labels.ts'
import { fieldLabel } from '../field-labels.ts'
import type { RowTable } from '../row-commands.ts'
import { kindOf } from '../saving/field-key.ts'
import { fold, type PastePlan } from './paste-rows.ts'

type Shape = { main: string; others: readonly string[]; dates: readonly string[]; choice: string | null; note: string | null }

const shapes: Partial<Record<RowTable, Shape>> = {
  charges: { main: 'offence', others: ['law', 'article'], dates: ['date'], choice: 'status', note: 'note' },
  whereabouts_notes: { main: 'place', others: [], dates: ['from', 'to'], choice: null, note: 'note' },
  custody_statuses: { main: 'words', others: [], dates: ['since'], choice: 'status', note: 'words' },
  person_names: { main: 'name', others: [], dates: [], choice: 'kind', note: null },
  identity_documents: { main: 'kind', others: ['number', 'issuedBy'], dates: ['issued'], choice: null, note: null },
}

/** How lines pasted into a part of the case file are read, and the headings that a copied table may have. */
export function usePastePlan(table: RowTable): { plan: PastePlan; headings: ReadonlySet<string>; fields: readonly string[] } | null {
  const { i18n } = useLingui()
  const { termOptions } = useCaseView()
  const shape = shapes[table]
  if (shape === undefined) return null
  const { choice, main, others, dates, note } = shape
  const kind = choice === null ? null : kindOf(table, choice)
  const options =
    choice === null || kind === null
      ? []
      : kind.kind === 'term'
        ? termOptions(kind.vocabulary, null)
        : kind.kind === 'choice'
          ? kind.choices.map((id) => ({ id, label: i18n._(choiceLabel(table, choice, id) ?? { id }) }))
          : []
  const codes = new Map(options.flatMap(({ id, label }) => [[fold(label), id] as const, [fold(id), id] as const]))
  const fields = [...new Set([...(choice === null ? [] : [choice]), main, ...others, ...dates, ...(note === null ? [] : [note])])]
  return {
    plan: {
      main,
      others,
      dates,
      note,
      choice: choice === null ? null : { field: choice, find: (words) => codes.get(fold(words)) ?? null },
    },
    headings: new Set(fields.map((field) => fold(i18n._(fieldLabel(table, field))))),
    fields,
  }
}
