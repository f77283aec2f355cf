import { useLingui } from '@lingui/react/macro'

import { Select } from '../../../components/Select.tsx'
import { TextField } from '../../../components/TextField.tsx'
import { choiceLabel } from '../../case/choice-labels.ts'
import { useTerms } from '../../case/use-terms.ts'
import type { Credibility, Reliability } from '../intake-form.ts'
import { KeyChoice } from './KeyChoice.tsx'
import { Question } from './Question.tsx'
import styles from './Questions.module.css'
import type { QuestionProps } from './WhoQuestion.tsx'

const reliabilities: readonly Reliability[] = ['A', 'B', 'C', 'D', 'E', 'F']
const credibilities: readonly Credibility[] = ['1', '2', '3', '4', '5', '6']

/** Who says so; it is cited on all that was answered above. */
export function SourceQuestion({
  form,
  change,
  language,
  wrong,
}: QuestionProps & { wrong: { at: 'source' | 'code_name'; words: string } | null }) {
  const { t, i18n } = useLingui()
  const { termOptions } = useTerms(language)
  const grade = (field: 'sources.reliability' | 'citations.credibility', value: string): string => {
    const [table = '', name = ''] = field.split('.')
    const words = choiceLabel(table, name, value)
    return words === null ? value : i18n._(words)
  }
  // The grade's letter is on the button already; beside it stand its words.
  const afterGrade = (words: string) => words.split(' · ')[1] ?? words
  const at = (place: 'source' | 'code_name') => (wrong?.at === place ? ({ said: wrong.words, tone: 'wrong' } as const) : {})
  return (
    <Question name="source" title={t`Who says so`} hint={t`cited on all of the above`}>
      <TextField
        label={t`Source`}
        value={form.source}
        placeholder={t`sister, by telephone`}
        onChange={(source) => change({ source })}
        maxLength={500}
        {...at('source')}
      />
      <Select
        label={t`Kind of source`}
        value={form.sourceKind}
        placeholder={t`not chosen yet`}
        none={t`not chosen yet`}
        options={termOptions('source_kind', form.sourceKind).map(({ id, label }) => ({ value: id, label }))}
        onChange={(sourceKind) => change({ sourceKind })}
      />
      <KeyChoice
        label={t`Reliability of the source`}
        value={form.reliability}
        onChange={(reliability) => change({ reliability })}
        segments={reliabilities.map((value) => ({ value, label: value, spoken: grade('sources.reliability', value) }))}
        said={form.reliability === null ? '' : afterGrade(grade('sources.reliability', form.reliability))}
      />
      <KeyChoice
        label={t`Credibility of what it says`}
        value={form.credibility}
        onChange={(credibility) => change({ credibility })}
        segments={credibilities.map((value) => ({ value, label: value, spoken: grade('citations.credibility', value) }))}
        said={form.credibility === null ? '' : afterGrade(grade('citations.credibility', form.credibility))}
      />
      <KeyChoice
        label={t`Protect the source`}
        value={form.protection}
        onChange={(protection) => change({ protection })}
        segments={[
          { value: 'open', label: t({ context: 'protection', message: 'open' }) },
          { value: 'restricted', label: t({ context: 'protection', message: 'restricted' }) },
          { value: 'protected', label: t`code name only` },
        ]}
      />
      {form.protection === 'protected' ? (
        <TextField
          label={t`Code name`}
          value={form.codeName}
          onChange={(codeName) => change({ codeName })}
          maxLength={100}
          {...at('code_name')}
        />
      ) : (
        <span className={styles.none} />
      )}
    </Question>
  )
}
