import { useLingui } from '@lingui/react/macro'

import { ChoiceField, type ChoiceOption } from '../../../components/fields/ChoiceField.tsx'
import { useCaseView } from '../case-context.ts'
import { choiceLabel } from '../choice-labels.ts'
import { useField } from '../use-field.ts'
import { FieldShell, useFieldName, type FieldPlan } from './FieldShell.tsx'

type Props = { plan: FieldPlan; emptyWords?: string; tone?: 'plain' | 'held' | 'unknown' | 'free' | 'ended' }

/** A field with a closed choice or a term of a vocabulary. */
export function PickField({ plan, emptyWords, tone = 'plain' }: Props) {
  const { t, i18n } = useLingui()
  const { termLabel, termOptions, isUnsourced, readOnly } = useCaseView()
  const { table, row } = plan
  const field = useField(table, row, plan.field)
  const name = useFieldName(plan)
  const { kind } = field
  const wordsOf = (choice: string): string => {
    const words = choiceLabel(table, plan.field, choice)
    return words === null ? choice : i18n._(words)
  }
  const options = (): readonly ChoiceOption[] => {
    if (kind.kind === 'term') return termOptions(kind.vocabulary, field.text === '' ? null : field.text)
    return kind.kind === 'choice' ? kind.choices.map((choice) => ({ id: choice, label: wordsOf(choice) })) : []
  }
  const words = field.text === '' ? null : kind.kind === 'term' ? termLabel(kind.vocabulary, field.text) : wordsOf(field.text)
  return (
    <FieldShell plan={plan} field={field}>
      <ChoiceField
        label={name}
        value={field.text === '' ? null : field.text}
        options={options}
        words={words}
        emptyWords={emptyWords ?? t`not recorded`}
        unsourced={isUnsourced(table, row.id, plan.field)}
        tone={tone}
        disabled={readOnly}
        onChoose={(value) => field.choose(value ?? '')}
      />
    </FieldShell>
  )
}
