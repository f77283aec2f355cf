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
  const { termOptions, isUnsourced, readOnly } = useCaseView()
  const { table, row } = plan
  const field = useField(table, row, plan.field)
  const name = useFieldName(plan)
  const options: ChoiceOption[] =
    field.kind.kind === 'term'
      ? termOptions(field.kind.vocabulary, field.text === '' ? null : field.text)
      : field.kind.kind === 'choice'
        ? field.kind.choices.map((choice) => {
            const words = choiceLabel(table, plan.field, choice)
            return { id: choice, label: words === null ? choice : i18n._(words) }
          })
        : []
  return (
    <FieldShell plan={plan} field={field}>
      <ChoiceField
        label={name}
        value={field.text === '' ? null : field.text}
        options={options}
        emptyWords={emptyWords ?? t`not recorded`}
        unsourced={isUnsourced(table, row.id, plan.field)}
        tone={tone}
        disabled={readOnly}
        onChoose={(value) => field.choose(value ?? '')}
      />
    </FieldShell>
  )
}
