import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useEffect, useRef, useState, type FormEvent } from 'react'

import { describeDate } from '../../../../electron/domain/describe-date.ts'
import { readTypedDate } from '../../../../electron/domain/typed-date.ts'
import { call } from '../../../api/client.ts'
import { useCaseView } from '../case-context.ts'
import { choiceLabel } from '../choice-labels.ts'
import { fieldLabel } from '../field-labels.ts'
import type { RowTable } from '../row-commands.ts'
import { kindOf } from '../saving/field-key.ts'
import { valueOfText, type FieldValue } from '../saving/field-values.ts'
import { useErrorWords } from '../use-error-words.ts'
import { addRows } from './add-rows.ts'
import { cellsOfPaste } from './paste-cells.ts'
import { rowsOfCells } from './paste-rows.ts'
import styles from './PastePreview.module.css'
import { usePastePlan } from './use-paste-plan.ts'

type Props = {
  table: RowTable
  parent: { field: 'caseId' | 'personId'; id: string }
  fields: readonly string[]
  label: string
  pasted: string
  onBack: () => void
  /** Puts the lines away for later. */
  onFold: () => void
  onDone: (firstId: string) => void
}

/** What pasted lines were understood as, before any of it is added; then all of it at once, as one step. */
export function PastePreview({ table, parent, fields, label, pasted, onBack, onFold, onDone }: Props) {
  const { t, i18n } = useLingui()
  const view = useCaseView()
  const errorWords = useErrorWords()
  const reading = usePastePlan(table)
  const [wrong, setWrong] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const add = useRef<HTMLButtonElement>(null)
  useEffect(() => add.current?.focus(), [])

  const cells = cellsOfPaste(pasted)
  const read = (typed: string) => readTypedDate(typed, view)
  const plan = reading?.plan ?? { main: fields[0] ?? '', others: fields.slice(1), dates: [], choice: null, note: null }
  const rows = rowsOfCells(cells, plan, (words) => read(words).ok, reading?.headings)
  const shown = (reading?.fields ?? fields).filter((field) => rows.some(({ values }) => values[field] !== undefined))

  const wordsOf = (field: string, text: string): string => {
    const kind = kindOf(table, field)
    if (kind?.kind === 'date') {
      const date = read(text)
      return date.ok ? describeDate(date.edtf, view.language) : text
    }
    if (kind?.kind === 'term') return view.termLabel(kind.vocabulary, text) ?? text
    const chosen = kind?.kind === 'choice' ? choiceLabel(table, field, text) : null
    return chosen === null ? text : i18n._(chosen)
  }

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    const inputs: Record<string, FieldValue>[] = []
    for (const [index, { values }] of rows.entries()) {
      const input: Record<string, FieldValue> = { [parent.field]: parent.id }
      for (const [field, text] of Object.entries(values)) {
        const kind = kindOf(table, field)
        const value =
          kind === null
            ? null
            : valueOfText(kind, text, (typed) => {
                const date = read(typed)
                return date.ok ? { typed, edtf: date.edtf, language: view.language } : null
              })
        const tooLong = kind !== null && 'max' in kind && text.length > kind.max
        if (value?.ok !== true || tooLong) {
          const name = i18n._(fieldLabel(table, field))
          return setWrong(t`Line ${index + 1}: “${name}” can’t take this. Nothing was added.`)
        }
        input[field] = value.value
      }
      inputs.push(input)
    }
    setBusy(true)
    setWrong(null)
    const answer = await addRows(call, table, inputs)
    setBusy(false)
    view.refresh()
    const first = answer.ok ? answer.ids[0] : undefined
    if (!answer.ok) {
      const why = errorWords(answer.error)
      return setWrong(t`Line ${answer.at + 1}: ${why}. Nothing was added; the lines are kept here.`)
    }
    if (first !== undefined) onDone(first)
  }

  const lines = rows.length
  return (
    <form
      className={styles.preview}
      data-add-row={table}
      aria-label={label}
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onFold()
      }}
    >
      <p className={styles.head} role="status">
        {t`${plural(lines, { one: '# row out of what was pasted', other: '# rows out of what was pasted' })}`}
      </p>
      <div className={styles.scroll}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t`Line`}</th>
              {shown.map((field) => (
                <th key={field} scope="col">
                  {i18n._(fieldLabel(table, field))}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ values, kept }, index) => (
              <tr key={index}>
                <td>{i18n.number(index + 1)}</td>
                {shown.map((field) => (
                  <td key={field}>
                    <bdi>{values[field] === undefined ? '' : wordsOf(field, values[field])}</bdi>
                    {field === plan.note && kept.length > 0 && <span className={styles.kept}>{t`not understood, kept as words`}</span>}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {wrong !== null && (
        <p className={styles.wrong} role="alert">
          {wrong}
        </p>
      )}
      <p className={styles.actions}>
        <button type="submit" className={styles.primary} ref={add} disabled={lines === 0}>
          {t`${plural(lines, { one: 'Add # row', other: 'Add # rows' })}`}
        </button>
        <button type="button" className={styles.cancel} onClick={onBack}>{t`Don’t add these`}</button>
      </p>
    </form>
  )
}
