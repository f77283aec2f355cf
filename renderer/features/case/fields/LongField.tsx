import { useLingui } from '@lingui/react/macro'
import { Pencil } from 'lucide-react'
import { useCallback, type MouseEvent } from 'react'

import { LongTextEditor } from '../../../components/fields/LongTextEditor.tsx'
import { useCaseView } from '../case-context.ts'
import { citable } from '../citing/citation-index.ts'
import { useField } from '../use-field.ts'
import { FieldShell, useFieldName, type FieldPlan } from './FieldShell.tsx'
import styles from './LongField.module.css'
import { ReadText } from './ReadText.tsx'
import { useEditing } from './use-editing.ts'

const none: readonly never[] = []

type Props = { plan: FieldPlan; emptyWords?: string }

/** A text of several paragraphs, read and edited in one place. */
export function LongField({ plan, emptyWords }: Props) {
  const { t } = useLingui()
  const { citations, unsourcedSentences, show, language, readOnly } = useCaseView()
  const { table, row } = plan
  const field = useField(table, row, plan.field)
  const editing = useEditing(field)
  const name = useFieldName(plan)

  const marksOf = useCallback(
    (mark: string) =>
      citations
        .ofMark(table, row.id, plan.field, mark)
        .map(({ citation, source }) => ({ id: citation.id, number: source?.number ?? null })),
    [citations, table, row.id, plan.field],
  )
  const numbersOf = useCallback(
    (mark: string) => {
      const numbers = marksOf(mark).map(({ number }) => (number === null ? '?' : String(number)))
      return numbers.length === 0 ? null : numbers.join(', ')
    },
    [marksOf],
  )

  if (editing.on) {
    return (
      <FieldShell plan={plan} field={field} frame={editing.frame} hideMarks>
        <LongTextEditor
          label={name}
          text={field.text}
          caret={editing.caret}
          language={language}
          numbersOf={numbersOf}
          onChange={field.type}
          onLeave={editing.leave}
          onCite={
            citable(table)
              ? (mark) => show({ kind: 'cite', target: { table, id: row.id, field: plan.field, mark, value: null }, editing: null })
              : null
          }
        />
      </FieldShell>
    )
  }

  const onClick = (event: MouseEvent) => {
    if (readOnly || !(event.target instanceof Element) || event.target.closest('button') !== null) return
    // Somebody who marks words to copy them does not want an editor.
    if (document.getSelection()?.isCollapsed === false) return
    editing.begin(positionAt(event))
  }

  return (
    <FieldShell plan={plan} field={field} frame={editing.frame}>
      {field.text === '' ? (
        <button type="button" className={styles.empty} disabled={readOnly} data-edit-trigger="editor" onClick={() => editing.begin()}>
          {emptyWords ?? t`not recorded`}
        </button>
      ) : (
        // The mouse may begin anywhere in the text; keys have the button behind it.
        <div className={styles.reading} onClick={onClick} role="presentation">
          <ReadText
            text={field.text}
            unsourced={field.entry === undefined ? unsourcedSentences(table, row.id, plan.field) : none}
            marksOf={marksOf}
            after={
              readOnly ? null : (
                <button
                  type="button"
                  className={styles.edit}
                  data-edit-trigger="editor"
                  aria-label={t`Edit ${name}`}
                  onClick={() => editing.begin()}
                  onKeyDown={(event) => {
                    if (event.key === 'F2') editing.begin()
                  }}
                >
                  <Pencil size={13} aria-hidden />
                </button>
              )
            }
          />
        </div>
      )}
    </FieldShell>
  )
}

/** Where in the stored text the mouse points; the end where it can't be told. */
function positionAt(event: MouseEvent): number | undefined {
  const point = document.caretPositionFromPoint(event.clientX, event.clientY)
  const start = point?.offsetNode.parentElement?.closest<HTMLElement>('[data-start]')?.dataset['start']
  return point === null || start === undefined ? undefined : Number(start) + point.offset
}
