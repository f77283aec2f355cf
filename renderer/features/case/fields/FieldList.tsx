import { useLingui } from '@lingui/react/macro'
import { Plus } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'

import type { RecordTable } from '../../../../electron/contract/index.ts'
import { ActionMenu } from '../../../components/fields/ActionMenu.tsx'
import { useCaseView } from '../case-context.ts'
import { fieldLabel } from '../field-labels.ts'
import { fieldKey, kindOf } from '../saving/field-key.ts'
import { textOfValue } from '../saving/field-values.ts'
import { valueIn, type CaseRow } from '../use-field.ts'
import { CaseField } from './CaseField.tsx'
import styles from './FieldList.module.css'

type Props = {
  table: RecordTable
  row: CaseRow
  /** Shown even while nothing is recorded. */
  always?: readonly string[]
  /** Shown once something is recorded; offered behind one button until then. */
  whenFilled?: readonly string[]
  plain?: readonly string[]
  /** Short ones that stand several in a line. */
  inline?: readonly string[]
  /** What the button is called. */
  addWords?: string
}

/** The fields of a row, those that say nothing tidied away behind one button. */
export function FieldList({ table, row, always = [], whenFilled = [], plain = [], inline = [], addWords }: Props) {
  const { t, i18n } = useLingui()
  const { saver, readOnly } = useCaseView()
  const [opened, setOpened] = useState<readonly string[]>([])
  const list = useRef<HTMLDivElement>(null)
  const [toOpen, setToOpen] = useState<string | null>(null)

  const isFilled = (field: string): boolean => {
    const kind = kindOf(table, field)
    return saver.entry(fieldKey(table, row.id, field)) !== undefined || (kind !== null && textOfValue(kind, valueIn(row, field)) !== '')
  }
  const shown = [...always, ...whenFilled].filter((field) => isFilled(field) || opened.includes(field))
  const asked = readOnly ? [] : always.filter((field) => !shown.includes(field))
  const short = shown.filter((field) => inline.includes(field))
  const hidden = whenFilled.filter((field) => !shown.includes(field))
  const openField = (field: string) => {
    setOpened((before) => [...before, field])
    setToOpen(field)
  }

  useEffect(() => {
    if (toOpen === null) return
    const trigger = list.current?.querySelector<HTMLElement>(`[data-field="${fieldKey(table, row.id, toOpen)}"] [data-edit-trigger]`)
    trigger?.focus()
    trigger?.click()
    setToOpen(null)
  }, [toOpen, table, row.id])

  return (
    <div className={styles.list} ref={list}>
      {short.length > 0 && (
        <div className={styles.inline}>
          {short.map((field) => (
            <CaseField key={field} plan={{ table, row, field, plain: plain.includes(field), layout: 'inline' }} />
          ))}
        </div>
      )}
      {shown
        .filter((field) => !inline.includes(field))
        .map((field) => (
          <CaseField key={field} plan={{ table, row, field, plain: plain.includes(field) }} />
        ))}
      <div className={styles.more}>
        {asked.map((field) => {
          const name = i18n._(fieldLabel(table, field))
          return (
            <span key={field} data-field={fieldKey(table, row.id, field)}>
              <button
                type="button"
                className={styles.add}
                data-edit-trigger="editor"
                aria-label={t`${name}: not recorded`}
                onClick={() => openField(field)}
              >
                <Plus size={14} aria-hidden />
                {name}
              </button>
            </span>
          )
        })}
        {!readOnly && hidden.length > 0 && (
          <ActionMenu
            className={styles.add}
            actions={() => hidden.map((field) => ({ id: field, label: i18n._(fieldLabel(table, field)) }))}
            onChoose={(field) => {
              setOpened([...opened, field])
              // The menu gives the focus back to its button first; the editor takes it after that.
              requestAnimationFrame(() => requestAnimationFrame(() => setToOpen(field)))
            }}
          >
            <Plus size={14} aria-hidden />
            {addWords ?? t`Add detail`}
          </ActionMenu>
        )}
      </div>
    </div>
  )
}
