import { kindOf } from '../saving/field-key.ts'
import type { FieldPlan } from './FieldShell.tsx'
import { LineField } from './LineField.tsx'
import { LongField } from './LongField.tsx'
import { PickField } from './PickField.tsx'

type Props = { plan: FieldPlan; emptyWords?: string; placeholder?: string; large?: boolean; className?: string }

/** A field of the case file, whichever its kind. */
export function CaseField({ plan, emptyWords, placeholder, large, className }: Props) {
  const kind = kindOf(plan.table, plan.field)?.kind
  const empty = emptyWords === undefined ? {} : { emptyWords }
  if (kind === 'longText') return <LongField plan={plan} {...empty} />
  if (kind === 'choice' || kind === 'term') return <PickField plan={plan} {...empty} />
  return (
    <LineField
      plan={plan}
      {...empty}
      {...(placeholder === undefined ? {} : { placeholder })}
      {...(large === undefined ? {} : { large })}
      {...(className === undefined ? {} : { className })}
    />
  )
}
