import { useLingui } from '@lingui/react/macro'

import { Button } from '../../../components/Button.tsx'
import { TextField } from '../../../components/TextField.tsx'
import type { IntakeForm } from '../intake-form.ts'
import { readBirth } from '../read-intake-date.ts'
import { Question } from './Question.tsx'
import styles from './Questions.module.css'
import { SaidDate } from './SaidDate.tsx'

export type QuestionProps = { form: IntakeForm; change: (part: Partial<IntakeForm>) => void; language: 'en' | 'es'; today: number }

/** Who was taken. */
export function WhoQuestion({ form, change, language, today, wrong }: QuestionProps & { wrong: string | null }) {
  const { t } = useLingui()
  return (
    <Question title={t`Who`} hint={t`was taken`} first>
      {form.person === null ? (
        <>
          <TextField
            label={t`Name, or what is known`}
            value={form.name}
            onChange={(name) => change({ name })}
            autoFocus
            maxLength={300}
            {...(wrong !== null && { said: wrong, tone: 'wrong' as const })}
          />
          <SaidDate
            label={t`Born, or age`}
            value={form.birth}
            placeholder={t`1996, about 30…`}
            read={(text) => readBirth(text, language, today)}
            onChange={(birth) => change({ birth })}
          />
          <TextField
            label={t`Nationality`}
            value={form.citizenships}
            onChange={(citizenships) => change({ citizenships })}
            maxLength={500}
          />
          <TextField
            label={t`To tell apart (mother’s name, town)`}
            value={form.distinguishing}
            onChange={(distinguishing) => change({ distinguishing })}
            maxLength={500}
          />
        </>
      ) : (
        <p className={styles.chosen}>
          <span>{t`A new detention of someone on file:`}</span>
          <bdi className={styles.name}>{form.person.name}</bdi>
          <Button kind="quiet" onPress={() => change({ person: null })}>{t`Somebody else after all`}</Button>
        </p>
      )}
    </Question>
  )
}
