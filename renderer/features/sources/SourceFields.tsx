import { useLingui } from '@lingui/react/macro'

import type { RecordOutput } from '../../../electron/contract/index.ts'
import { describeDate } from '../../../electron/domain/describe-date.ts'
import { readTypedDate } from '../../../electron/domain/typed-date.ts'
import { errorLine } from '../../api/error-words.ts'
import { SavedState } from '../../components/SavedState.tsx'
import { SegmentedChoice } from '../../components/SegmentedChoice.tsx'
import { Select } from '../../components/Select.tsx'
import { TextField } from '../../components/TextField.tsx'
import { useLanguage } from '../../i18n/use-language.ts'
import { choiceLabel } from '../case/choice-labels.ts'
import { fieldLabel } from '../case/field-labels.ts'
import { todayNumber } from '../case/today.ts'
import { useTerms } from '../case/use-terms.ts'
import styles from './SourceDetail.module.css'
import { useSourceFields, type SourceField } from './use-source-fields.ts'

type Props = { source: RecordOutput<'sources'>; masked: boolean }

const grades = ['A', 'B', 'C', 'D', 'E', 'F'] as const
const protections = ['open', 'restricted', 'protected'] as const
const lines = ['title', 'author', 'publisher'] as const
const dates = ['made', 'published', 'received', 'accessed'] as const
const places = ['language', 'locatorHabit', 'link', 'archivedLink'] as const

/** Every field of a source; of a masked one, what may be seen. */
export function SourceFields({ source, masked }: Props) {
  const { t, i18n } = useLingui()
  const language = useLanguage()
  const { termOptions } = useTerms(language)
  const fields = useSourceFields(source)
  const today = todayNumber()
  const label = (field: SourceField) => i18n._(fieldLabel('sources', field))
  const words = (field: 'reliability' | 'protection', choice: string) => {
    const said = choiceLabel('sources', field, choice)
    return said === null ? choice : i18n._(said)
  }

  const trouble = (field: SourceField) => {
    const entry = fields.entry(field)
    return entry?.error === null || entry?.error === undefined ? null : { said: errorLine(i18n, entry.error), tone: 'wrong' as const }
  }
  const line = (field: SourceField, maxLength: number, rows?: number) => (
    <TextField
      key={field}
      label={label(field)}
      value={fields.text(field)}
      onChange={(text) => fields.type(field, text)}
      onBlur={() => fields.leave(field)}
      maxLength={maxLength}
      disabled={source.binned}
      {...(rows !== undefined && { rows })}
      {...trouble(field)}
    />
  )
  const understood = (field: SourceField) => {
    const text = fields.text(field).trim()
    if (text === '') return {}
    const read = readTypedDate(text, { language, today })
    return read.ok
      ? ({ said: t`understood as: ${describeDate(read.edtf, language)}`, tone: 'understood' } as const)
      : ({ said: t`not understood as a date yet`, tone: 'doubt' } as const)
  }
  const date = (field: SourceField) => (
    <TextField
      key={field}
      label={label(field)}
      value={fields.text(field)}
      onChange={(text) => fields.type(field, text)}
      onBlur={() => fields.leave(field)}
      maxLength={200}
      disabled={source.binned}
      {...(trouble(field) ?? understood(field))}
    />
  )
  const term = (field: 'kind' | 'connection', vocabulary: string) => (
    <Select
      key={field}
      label={label(field)}
      value={source[field]}
      placeholder={t`not chosen yet`}
      none={t`not chosen yet`}
      options={termOptions(vocabulary, source[field]).map((option) => ({ value: option.id, label: option.label }))}
      onChange={(value) => fields.choose(field, value)}
    />
  )
  const reliability = source.reliability === null ? '' : (words('reliability', source.reliability).split(' · ')[1] ?? '')

  return (
    <div className={styles.fields}>
      <p className={styles.saved}>
        <SavedState state={fields.saving.kind} />
      </p>
      <SegmentedChoice
        label={label('reliability')}
        value={source.reliability}
        segments={grades.map((value) => ({ value, label: value, spoken: words('reliability', value) }))}
        said={reliability}
        onChange={(value) => fields.choose('reliability', value)}
        disabled={source.binned}
      />
      <SegmentedChoice
        label={label('protection')}
        value={source.protection}
        segments={protections.map((value) => ({ value, label: words('protection', value) }))}
        onChange={(value) => fields.choose('protection', value)}
        disabled={source.binned}
      />
      {source.protection !== 'open' && line('codeName', 100)}
      {!masked && (
        <>
          <div className={styles.grid}>
            {lines.map((field) => (
              <div key={field} className={field === 'title' ? styles.both : styles.one}>
                {line(field, 500)}
              </div>
            ))}
            {term('kind', 'source_kind')}
            {term('connection', 'source_connection')}
            {dates.map(date)}
            {places.map((field) => line(field, 2000))}
          </div>
          {line('note', 20_000, 4)}
        </>
      )}
    </div>
  )
}
