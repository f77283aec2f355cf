import { useLingui } from '@lingui/react/macro'
import type { KeyboardEvent } from 'react'

import { uncertainDateSchema } from '../../../../electron/contract/index.ts'
import { describeDate, precisionOf } from '../../../../electron/domain/describe-date.ts'
import { LineEditor } from '../../../components/fields/LineEditor.tsx'
import { textToList } from '../../../components/fields/text/list-text.ts'
import { useCaseView } from '../case-context.ts'
import { Marks } from '../citing/Marks.tsx'
import { citable } from '../citing/citation-index.ts'
import { datePrecisions, dateProblems, dateRemarks } from '../date-words.ts'
import { readFieldDate } from '../read-field-date.ts'
import { useField } from '../use-field.ts'
import { FieldShell, useFieldName, type FieldPlan } from './FieldShell.tsx'
import styles from './FieldShell.module.css'
import { useEditing } from './use-editing.ts'

type Props = { plan: FieldPlan; placeholder?: string; emptyWords?: string; large?: boolean; className?: string; startOpen?: boolean }

/** A field of one line: words, a number, a date, or a list of short entries. */
export function LineField({ plan, placeholder, emptyWords, large = false, className }: Props) {
  const { t, i18n } = useLingui()
  const { language, today, citations, isUnsourced, readOnly, show } = useCaseView()
  const { table, row } = plan
  const field = useField(table, row, plan.field)
  const editing = useEditing(field)
  const name = useFieldName(plan)
  const isDate = field.kind.kind === 'date'
  const reading = isDate && field.text.trim() !== '' ? readFieldDate(table, plan.field, field.text, { language, today }) : null
  const stored = uncertainDateSchema.safeParse(field.value)
  const edtf = field.entry !== undefined ? (reading?.ok === true ? reading.edtf : null) : stored.success ? stored.data.edtf : null
  const chip = edtf === null ? null : datePrecisions[precisionOf(edtf)]
  const unsourced = isUnsourced(table, row.id, plan.field)

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'F2') editing.begin()
    else if (event.key.toLowerCase() === 'c' && event.ctrlKey && event.shiftKey && field.text !== '' && citable(table))
      show({ kind: 'cite', target: { table, id: row.id, field: plan.field, mark: null, value: null }, editing: null })
    else return
    event.preventDefault()
  }

  if (editing.on) {
    const remark = reading?.ok === true && reading.remark !== undefined ? ` (${i18n._(dateRemarks[reading.remark])})` : ''
    const understood =
      reading === null
        ? undefined
        : reading.ok
          ? `${t`understood as: ${describeDate(reading.edtf, language)}`}${remark}`
          : i18n._(dateProblems[reading.reason])
    return (
      <FieldShell plan={plan} field={field} frame={editing.frame} stretched>
        <LineEditor
          label={name}
          text={field.text}
          large={large}
          list={field.kind.kind === 'list'}
          wrong={reading !== null && !reading.ok}
          onChange={field.type}
          onLeave={editing.leave}
          {...(placeholder === undefined ? {} : { placeholder })}
          {...(understood === undefined ? {} : { said: understood })}
        />
      </FieldShell>
    )
  }

  const entries = field.kind.kind === 'list' ? textToList(field.text) : []
  const look = [styles.reading, className, unsourced ? styles.unsourced : undefined].filter((part) => part !== undefined).join(' ')
  const shown = isDate && edtf !== null ? describeDate(edtf, language) : field.text
  const trigger = {
    type: 'button' as const,
    disabled: readOnly,
    ...(unsourced ? { 'data-unsourced': '' } : {}),
    onClick: () => editing.begin(),
    onKeyDown,
  }
  const spoken = (text: string) => ({ 'aria-label': unsourced ? t`${name}: ${text}, without a source` : `${name}: ${text}` })

  return (
    <FieldShell plan={plan} field={field} frame={editing.frame} chip={chip === null ? null : i18n._(chip)} entries={entries}>
      {field.text === '' ? (
        <button
          {...trigger}
          className={`${styles.reading} ${styles.empty}`}
          data-edit-trigger="editor"
          aria-label={`${name}: ${emptyWords ?? t`not recorded`}`}
        >
          {emptyWords ?? t`not recorded`}
        </button>
      ) : entries.length > 0 ? (
        entries.map((entry, index) => (
          <span key={entry}>
            <button
              {...trigger}
              className={look}
              tabIndex={index === 0 ? 0 : -1}
              {...(index === 0 ? { 'data-edit-trigger': 'editor' } : {})}
              {...spoken(entry)}
            >
              <bdi>{entry}</bdi>
            </button>
            <Marks
              marks={citations
                .ofValue(table, row.id, plan.field, entry)
                .map(({ citation, source }) => ({ id: citation.id, number: source?.number ?? null }))}
            />
            {index < entries.length - 1 ? ' · ' : null}
          </span>
        ))
      ) : (
        <button {...trigger} className={look} data-edit-trigger="editor" title={isDate ? field.text : undefined} {...spoken(shown)}>
          <bdi>{shown}</bdi>
        </button>
      )}
    </FieldShell>
  )
}
