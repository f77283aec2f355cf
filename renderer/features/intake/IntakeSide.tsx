import { useLingui } from '@lingui/react/macro'

import { TextField } from '../../components/TextField.tsx'
import { AskList } from './AskList.tsx'
import styles from './IntakeSide.module.css'
import type { IntakeForm } from './intake-form.ts'
import { PossibleDuplicates } from './PossibleDuplicates.tsx'

type Props = {
  form: IntakeForm
  change: (part: Partial<IntakeForm>) => void
  entering: boolean
  isOwn: (personId: string) => boolean
}

/** Beside the questions: who may be on file already, room for anything else, and what to ask before the call ends. */
export function IntakeSide({ form, change, entering, isOwn }: Props) {
  const { t } = useLingui()
  return (
    <aside className={styles.side} aria-label={t`Beside the questions`}>
      {form.person === null && form.together.length === 0 && (
        <PossibleDuplicates form={form} change={change} entering={entering} isOwn={isOwn} />
      )}
      <TextField
        label={t`Notes of the call`}
        value={form.notes}
        rows={6}
        placeholder={t`type freely; nothing here is lost`}
        onChange={(notes) => change({ notes })}
        maxLength={20_000}
      />
      <AskList form={form} change={change} />
    </aside>
  )
}
