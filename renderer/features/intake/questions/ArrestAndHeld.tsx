import { useLingui } from '@lingui/react/macro'

import { Select } from '../../../components/Select.tsx'
import { TextField } from '../../../components/TextField.tsx'
import { useTerms } from '../../case/use-terms.ts'
import { bothReadings, readSaidDate } from '../read-intake-date.ts'
import { KeyChoice } from './KeyChoice.tsx'
import { Question } from './Question.tsx'
import styles from './Questions.module.css'
import { SaidDate } from './SaidDate.tsx'
import type { QuestionProps } from './WhoQuestion.tsx'

/** When, where and by whom. */
export function ArrestQuestion({ form, change, language, today }: QuestionProps) {
  const { t } = useLingui()
  return (
    <Question name="arrest" title={t`Arrest`} hint={t`when, where, by whom`}>
      <SaidDate
        label={t`When`}
        value={form.when}
        placeholder={t`yesterday, 9 Feb…`}
        read={(text) => readSaidDate(text, language, today)}
        readings={(text) => bothReadings(text, language, today)}
        onChange={(when) => change({ when })}
      />
      <TextField label={t`Where`} value={form.where} onChange={(where) => change({ where })} maxLength={500} />
      <TextField label={t`Who took them`} value={form.forces} onChange={(forces) => change({ forces })} maxLength={500} />
      <KeyChoice
        label={t`Warrant shown`}
        value={form.warrant}
        onChange={(warrant) => change({ warrant })}
        segments={[
          { value: 'yes', label: t({ context: 'known', message: 'yes' }) },
          { value: 'no', label: t({ context: 'known', message: 'no' }) },
          { value: 'unknown', label: t({ context: 'known', message: 'not known' }) },
        ]}
      />
    </Question>
  )
}

/** Where they are held, as far as anybody knows. */
export function HeldQuestion({ form, change, language }: QuestionProps) {
  const { t } = useLingui()
  const { termOptions } = useTerms(language)
  return (
    <Question name="held" title={t({ context: 'question', message: 'Held' })} hint={t`where, as far as known`}>
      <TextField label={t`Place`} value={form.place} placeholder={t`not known`} onChange={(place) => change({ place })} maxLength={500} />
      <Select
        label={t`Custody status`}
        value={form.status}
        placeholder={t`not chosen yet`}
        none={t`not chosen yet`}
        options={termOptions('custody_status', form.status).map(({ id, label }) => ({ value: id, label }))}
        onChange={(status) => change({ status })}
      />
      <div className={styles.both}>
        <KeyChoice
          label={t`Contact allowed`}
          value={form.contact}
          onChange={(contact) => change({ contact })}
          segments={[
            { value: 'family', label: t({ context: 'contact', message: 'family' }) },
            { value: 'counsel', label: t({ context: 'contact', message: 'counsel' }) },
            { value: 'both', label: t({ context: 'contact', message: 'both' }) },
            { value: 'nobody', label: t({ context: 'contact', message: 'nobody' }) },
            { value: 'unknown', label: t({ context: 'known', message: 'not known' }) },
          ]}
        />
      </div>
    </Question>
  )
}
