import { useLingui } from '@lingui/react/macro'
import type { ClipboardEvent, KeyboardEvent } from 'react'

import type { Language } from '../../../../electron/contract/index.ts'
import { Button } from '../../../components/Button.tsx'
import { TextField } from '../../../components/TextField.tsx'
import { focusCandidates, focusName } from '../intake-focus.ts'
import type { IntakeForm } from '../intake-form.ts'
import { mostTogether, readPastedPeople } from '../pasted-people.ts'
import { bothReadings, readBirth } from '../read-intake-date.ts'
import { Question } from './Question.tsx'
import styles from './Questions.module.css'
import { SaidDate } from './SaidDate.tsx'
import { TogetherTable } from './TogetherTable.tsx'

export type QuestionProps = { form: IntakeForm; change: (part: Partial<IntakeForm>) => void; language: Language; today: number }

/** Who was taken: one person, one who is on file already, or several of the same arrest. */
export function WhoQuestion(props: QuestionProps & { wrong: string | null }) {
  const { t } = useLingui()
  const { form, change } = props
  return (
    <Question name="who" title={t`Who`} hint={t`was taken`}>
      {form.together.length > 0 ? (
        <TogetherTable {...props} />
      ) : form.person === null ? (
        <OnePerson {...props} />
      ) : (
        <p className={styles.chosen}>
          <span>{t`A new detention of someone on file:`}</span>
          <bdi className={styles.name}>{form.person.name}</bdi>
          <Button
            kind="quiet"
            onPress={() => {
              change({ person: null })
              requestAnimationFrame(focusName)
            }}
          >{t`Somebody else after all`}</Button>
        </p>
      )}
    </Question>
  )
}

function OnePerson({ form, change, language, today, wrong }: QuestionProps & { wrong: string | null }) {
  const { t } = useLingui()
  const onPaste = (event: ClipboardEvent) => {
    const people = readPastedPeople(event.clipboardData.getData('text/plain'), (words) => readBirth(words, language, today) !== null)
    if (people.length < 2 || people.length > mostTogether) return
    event.preventDefault()
    change({ together: form.name.trim() === '' ? people : [{ name: form.name.trim(), birth: form.birth.trim(), note: '' }, ...people] })
    requestAnimationFrame(focusName)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || event.key !== 'ArrowDown') return
    event.preventDefault()
    focusCandidates()
  }
  return (
    <>
      <div onPasteCapture={onPaste} onKeyDownCapture={onKeyDown} role="presentation">
        <TextField
          label={t`Name, or what is known`}
          value={form.name}
          onChange={(name) => change({ name })}
          autoFocus
          maxLength={300}
          {...(wrong !== null && { said: wrong, tone: 'wrong' as const })}
        />
      </div>
      <SaidDate
        label={t`Born, or age`}
        value={form.birth}
        placeholder={t`1996, about 30…`}
        read={(text) => readBirth(text, language, today)}
        readings={(text) => bothReadings(text, language, today)}
        onChange={(birth) => change({ birth })}
      />
      <TextField label={t`Nationality`} value={form.citizenships} onChange={(citizenships) => change({ citizenships })} maxLength={500} />
      <TextField
        label={t`To tell apart (mother’s name, town)`}
        value={form.distinguishing}
        onChange={(distinguishing) => change({ distinguishing })}
        maxLength={500}
      />
    </>
  )
}
