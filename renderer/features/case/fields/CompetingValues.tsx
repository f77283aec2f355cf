import { useLingui } from '@lingui/react/macro'
import { useId, useState, type FormEvent } from 'react'

import type { RecordOutput, RecordTable } from '../../../../electron/contract/index.ts'
import { describeDate } from '../../../../electron/domain/describe-date.ts'
import { readTypedDate } from '../../../../electron/domain/typed-date.ts'
import { useCaseView } from '../case-context.ts'
import { Marks } from '../citing/Marks.tsx'
import { choiceLabel } from '../choice-labels.ts'
import { dateProblems } from '../date-words.ts'
import { fieldKey, kindOf } from '../saving/field-key.ts'
import { useAdopt } from '../use-adopt.ts'
import type { CaseRow } from '../use-field.ts'
import styles from './CompetingValues.module.css'
import { isContestedTable, useContest } from './contest.ts'

/** What other sources say instead, plainly beside the current value, each with its reason and marks. */
export function CompetingValues({ table, row, field, brief }: { table: RecordTable; row: CaseRow; field: string; brief: boolean }) {
  const { document } = useCaseView()
  const contest = useContest()
  if (!isContestedTable(table)) return null
  const values = document.competingValues.filter(
    (value) => value.targetTable === table && value.targetId === row.id && value.field === field,
  )
  if (brief) return values.length === 0 ? null : values.map((value) => <BriefValue key={value.id} value={value} />)
  const contesting = contest.key === fieldKey(table, row.id, field)
  if (values.length === 0 && !contesting) return null
  return (
    <div className={styles.competing}>
      {values.map((value) => (
        <OneValue key={value.id} value={value} />
      ))}
      {contesting && <ContestForm table={table} id={row.id} field={field} onEnd={contest.end} />}
    </div>
  )
}

type Competing = RecordOutput<'competing_values'>

function useClaimWords(): (value: Competing) => string {
  const { i18n } = useLingui()
  const { language, termLabel } = useCaseView()
  return (value) => {
    if (value.date !== null) return describeDate(value.date.edtf, language)
    const table = value.targetTable ?? 'case_files'
    const kind = kindOf(table, value.field ?? '')
    if (kind?.kind === 'term') return termLabel(kind.vocabulary, value.value) ?? ''
    const chosen = kind?.kind === 'choice' ? choiceLabel(table, value.field ?? '', value.value ?? '') : null
    return chosen === null ? (value.value ?? '') : i18n._(chosen)
  }
}

function ClaimMarks({ value }: { value: Competing }) {
  const { citations } = useCaseView()
  // A claim that was the current value once keeps its citations under the name of the part that holds it.
  const cited = [null, 'value', 'date'].flatMap((part) => citations.of('competing_values', value.id, part))
  return <Marks marks={cited.map(({ citation, source }) => ({ id: citation.id, number: source?.number ?? null }))} />
}

function BriefValue({ value }: { value: Competing }) {
  const { t } = useLingui()
  const words = useClaimWords()
  return (
    <p className={styles.brief}>
      {t`another source:`} <bdi>{words(value)}</bdi> <ClaimMarks value={value} />
    </p>
  )
}

function OneValue({ value }: { value: Competing }) {
  const { t } = useLingui()
  const { show, remove, readOnly } = useCaseView()
  const adopt = useAdopt()
  const words = useClaimWords()(value)
  return (
    <div className={styles.one}>
      <p>
        <span className={styles.label}>{t`Another source:`}</span> <bdi className={styles.words}>{words}</bdi> <ClaimMarks value={value} />
        {value.reason !== null && (
          <span className={styles.reason} dir="auto">
            {value.reason}
          </span>
        )}
      </p>
      {!readOnly && (
        <p className={styles.actions}>
          <button
            type="button"
            onClick={() =>
              show({
                kind: 'cite',
                target: { table: 'competing_values', id: value.id, field: null, mark: null, value: null },
                editing: null,
              })
            }
          >{t`Cite`}</button>
          <button type="button" onClick={() => void adopt(value)}>{t`Make it the current value`}</button>
          <button type="button" onClick={() => void remove('competing_values', value.id, words)}>{t`Remove`}</button>
        </p>
      )}
    </div>
  )
}

function ContestForm({ table, id, field, onEnd }: { table: RecordTable; id: string; field: string; onEnd: () => void }) {
  const { t, i18n } = useLingui()
  const { create, language, today, setTrouble, termOptions } = useCaseView()
  const [words, setWords] = useState('')
  const [reason, setReason] = useState('')
  const saidId = useId()
  const kind = kindOf(table, field)
  const isDate = kind?.kind === 'date'
  const reading = isDate && words.trim() !== '' ? readTypedDate(words, { language, today }) : null
  const options = kind?.kind === 'term' ? termOptions(kind.vocabulary, null) : null

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (words.trim() === '' || reason.trim() === '' || (reading !== null && !reading.ok)) return
    const claimed = reading?.ok === true ? { date: { typed: words.trim(), edtf: reading.edtf, language } } : { value: words.trim() }
    const answer = await create('competing_values', { targetTable: table, targetId: id, field, ...claimed, reason: reason.trim() })
    if (answer.ok) onEnd()
    else setTrouble(answer.error)
  }

  return (
    <form
      className={styles.form}
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onEnd()
      }}
    >
      <label>
        {t`What the other source says`}
        {options === null ? (
          <input
            autoFocus
            {...(words !== '' && { dir: 'auto' })}
            autoComplete="off"
            value={words}
            onChange={(event) => setWords(event.target.value)}
            aria-describedby={saidId}
          />
        ) : (
          <select autoFocus value={words} onChange={(event) => setWords(event.target.value)}>
            <option value="">{t`Choose…`}</option>
            {options.map((option) => (
              <option key={option.id} value={option.id}>
                {option.label}
              </option>
            ))}
          </select>
        )}
      </label>
      <span id={saidId} className={reading?.ok === false ? styles.wrong : styles.said} aria-live="polite">
        {reading === null
          ? ''
          : reading.ok
            ? t`understood as: ${describeDate(reading.edtf, language)}`
            : i18n._(dateProblems[reading.reason])}
      </span>
      <label>
        {t`Why it is not the current value`}
        <input
          required
          {...(reason !== '' && { dir: 'auto' })}
          autoComplete="off"
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      <p className={styles.actions}>
        <button type="submit">{t`Add`}</button>
        <button type="button" onClick={onEnd}>{t`Cancel`}</button>
      </p>
    </form>
  )
}
