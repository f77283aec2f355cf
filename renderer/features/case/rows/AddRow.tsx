import { useLingui } from '@lingui/react/macro'
import { Plus } from 'lucide-react'
import { useEffect, useId, useRef, useState, type FormEvent } from 'react'

import { describeDate } from '../../../../electron/domain/describe-date.ts'
import { readTypedDate } from '../../../../electron/domain/typed-date.ts'
import { useCaseView } from '../case-context.ts'
import { choiceLabel } from '../choice-labels.ts'
import { dateProblems } from '../date-words.ts'
import { fieldLabel } from '../field-labels.ts'
import type { RowTable } from '../row-commands.ts'
import { kindOf } from '../saving/field-key.ts'
import { valueOfText, type FieldValue } from '../saving/field-values.ts'
import { useErrorWords } from '../use-error-words.ts'
import styles from './AddRow.module.css'
import { isPasteOfRows } from '../paste/paste-cells.ts'
import { PastePreview } from '../paste/PastePreview.tsx'
import { pastedKey, readLooseValues } from './loose-values.ts'

type Props = {
  table: RowTable
  parent: { field: 'caseId' | 'personId'; id: string }
  /** The first fields of a new row; the rest is added in the row. */
  fields: readonly string[]
  words: string
  hint?: string
  /** A row may be made without any of its fields (a stay at a place that nobody knows). */
  mayBeEmpty?: boolean
}

/** The button that adds a row, and the short form that it opens where the row will stand. */
export function AddRow({ table, parent, fields, words, hint, mayBeEmpty = false }: Props) {
  const { t, i18n } = useLingui()
  const view = useCaseView()
  const errorWords = useErrorWords()
  const draftKey = `${table}/new:${parent.id}`
  const drafted = view.looseDrafts.get(draftKey)
  const [values, setValues] = useState<Readonly<Record<string, string>> | null>(drafted === undefined ? null : readLooseValues(drafted))
  const [wrong, setWrong] = useState<string | null>(null)
  const [folded, setFolded] = useState(false)
  const [added, setAdded] = useState<string | null>(null)
  const button = useRef<HTMLButtonElement>(null)
  const baseId = useId()

  // Drafts may be read after the document is shown.
  const taken = useRef(drafted !== undefined)
  useEffect(() => {
    if (drafted === undefined || taken.current) return
    taken.current = true
    setValues(readLooseValues(drafted))
  }, [drafted])

  useEffect(() => {
    if (added === null) return
    const row = document.querySelector<HTMLElement>(`[data-row="${added}"]`)
    if (row === null) return
    row.querySelector<HTMLElement>('[data-edit-trigger]')?.focus()
    setAdded(null)
  }, [added, view.document])

  if (view.readOnly) return null
  if (values === null || folded) {
    const open = () => {
      setValues(values ?? {})
      setFolded(false)
    }
    return (
      <>
        <button type="button" className={styles.add} ref={button} data-add-row={table} onClick={open}>
          <Plus size={16} aria-hidden />
          {words}
        </button>
        {folded && <span className={styles.kept} role="status">{t`What you began to write here is kept.`}</span>}
      </>
    )
  }

  const end = () => {
    setValues(null)
    setWrong(null)
    view.clearLooseDraft(draftKey)
    requestAnimationFrame(() => button.current?.focus())
  }
  // Escape puts the form away; only "Cancel" throws away what is in it.
  const fold = () => {
    if (Object.values(values).every((value) => value.trim() === '')) return end()
    setFolded(true)
    requestAnimationFrame(() => button.current?.focus())
  }
  const pasted = values[pastedKey] ?? ''
  const put = (field: string, value: string) => {
    const next = { ...values, [field]: value }
    setValues(next)
    setWrong(null)
    view.putLooseDraft(draftKey, JSON.stringify(next))
  }
  const readDate = (typed: string) => {
    const read = readTypedDate(typed, view)
    return read.ok ? { typed, edtf: read.edtf, language: view.language } : null
  }

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const input: Record<string, FieldValue> = {}
    for (const field of fields) {
      const kind = kindOf(table, field)
      const text = values[field] ?? ''
      if (kind === null || text.trim() === '') continue
      const read = valueOfText(kind, text, readDate)
      if (!read.ok) return
      input[field] = read.value
    }
    if (Object.keys(input).length === 0 && !mayBeEmpty) return end()
    const answer = await view.create(table, { [parent.field]: parent.id, ...input })
    if (!answer.ok) return setWrong(errorWords(answer.error))
    setValues(null)
    view.clearLooseDraft(draftKey)
    setAdded(answer.value.id)
  }

  if (pasted !== '')
    return (
      <PastePreview
        table={table}
        parent={parent}
        fields={fields}
        label={words}
        pasted={pasted}
        onBack={() => put(pastedKey, '')}
        onFold={fold}
        onDone={(id) => {
          setValues(null)
          view.clearLooseDraft(draftKey)
          setAdded(id)
        }}
      />
    )
  return (
    <form
      className={styles.form}
      data-add-row={table}
      aria-label={words}
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') fold()
      }}
    >
      {fields.map((field, index) => {
        const kind = kindOf(table, field)
        const text = values[field] ?? ''
        const reading = kind?.kind === 'date' && text.trim() !== '' ? readTypedDate(text, view) : null
        const options =
          kind?.kind === 'term'
            ? view.termOptions(kind.vocabulary, null)
            : kind?.kind === 'choice'
              ? kind.choices.map((choice) => ({ id: choice, label: i18n._(choiceLabel(table, field, choice) ?? { id: choice }) }))
              : null
        const inputId = `${baseId}-${field}`
        return (
          <div key={field} className={styles.field}>
            <label htmlFor={inputId}>{i18n._(fieldLabel(table, field))}</label>
            {options === null ? (
              <input
                id={inputId}
                autoFocus={index === 0}
                {...(text !== '' && { dir: 'auto' })}
                autoComplete="off"
                spellCheck={false}
                value={text}
                aria-invalid={reading?.ok === false}
                aria-describedby={`${inputId}-said`}
                onChange={(event) => put(field, event.target.value)}
                onPaste={(event) => {
                  const text = event.clipboardData.getData('text/plain')
                  if (!isPasteOfRows(text)) return
                  event.preventDefault()
                  put(pastedKey, text)
                }}
              />
            ) : (
              <select id={inputId} autoFocus={index === 0} value={text} onChange={(event) => put(field, event.target.value)}>
                <option value="">{t`Choose…`}</option>
                {options.map((option) => (
                  <option key={option.id} value={option.id}>
                    {option.label}
                  </option>
                ))}
              </select>
            )}
            <span id={`${inputId}-said`} className={reading?.ok === false ? styles.wrong : styles.said} aria-live="polite">
              {reading === null
                ? ''
                : reading.ok
                  ? t`understood as: ${describeDate(reading.edtf, view.language)}`
                  : i18n._(dateProblems[reading.reason])}
            </span>
          </div>
        )
      })}
      <p className={styles.hint}>
        {hint !== undefined && `${hint} `}
        {t`Several lines pasted here become several rows.`}
      </p>
      {wrong !== null && <p className={styles.wrong} role="alert">{t`Not saved: ${wrong}`}</p>}
      <p className={styles.actions}>
        <button type="submit" className={styles.primary}>{t`Add`}</button>
        <button type="button" className={styles.cancel} onClick={end}>{t`Cancel`}</button>
      </p>
    </form>
  )
}
