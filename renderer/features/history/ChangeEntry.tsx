import { useLingui } from '@lingui/react/macro'

import { records, type CallError, type RecordTable } from '../../../electron/contract/index.ts'
import { Button } from '../../components/Button.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { fieldLabel } from '../case/field-labels.ts'
import { changedPart } from './changed-part.ts'
import { isTelling } from './telling.ts'
import type { ChangeSet } from './HistoryPanel.tsx'
import styles from './HistoryPanel.module.css'
import { useCitedWords } from './use-cited-words.ts'
import { useDoneWords } from './use-done-words.ts'
import { useValueWords } from './use-value-words.ts'

type Props = { change: ChangeSet; field: string | null; refused: CallError | null; onUndo: () => void }

const isNothing = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
const isRecord = (table: string): table is RecordTable => Object.hasOwn(records, table)

/** One change set: when, who, and each field before and after. */
export function ChangeEntry({ change, field, refused, onUndo }: Props) {
  const { t, i18n } = useLingui()
  const valueWords = useValueWords()
  const citedWords = useCitedWords()
  const doneWords = useDoneWords()
  const when = i18n.date(new Date(change.at), { dateStyle: 'medium', timeStyle: 'short' })
  const shown = change.revisions.filter(
    (revision) =>
      isRecord(revision.table) &&
      isTelling(revision.table, revision.field) &&
      (field === null || revision.field === field) &&
      !(isNothing(revision.before) && isNothing(revision.after)),
  )
  return (
    <li className={styles.change} data-change={change.changeNo}>
      <p className={styles.line}>
        <time dateTime={new Date(change.at).toISOString()}>{when}</time>
        <span dir="auto">{change.caseworker ?? ''}</span>
      </p>
      <p className={styles.what}>
        <bdi>{doneWords(change)}</bdi>
        {change.undoneBy !== null && <span className={styles.undone}>{t`taken back since`}</span>}
      </p>
      {citedWords(change.revisions).map((words) => (
        <p key={words} className={styles.cited}>
          <bdi>{words}</bdi>
        </p>
      ))}
      {shown.length > 0 && (
        <dl className={styles.fields}>
          {shown.map((revision, index) => {
            const table = revision.table
            if (!isRecord(table)) return null
            const [before, after] = changedPart(
              valueWords(table, revision.field, revision.before),
              valueWords(table, revision.field, revision.after),
            )
            if (before !== null && before === after) {
              return (
                <div key={`${revision.id}/${revision.field}/${index}`}>
                  <dt>{i18n._(fieldLabel(table, revision.field))}</dt>
                  <dd>{t`only its citation marks`}</dd>
                </div>
              )
            }
            return (
              <div key={`${revision.id}/${revision.field}/${index}`}>
                <dt>{i18n._(fieldLabel(table, revision.field))}</dt>
                <dd>
                  {before !== null && (
                    <del dir="auto" aria-label={t`before: ${before}`}>
                      {before}
                    </del>
                  )}
                  <ins dir="auto" aria-label={t`after: ${after ?? t`nothing`}`}>
                    {after ?? t`nothing`}
                  </ins>
                </dd>
              </div>
            )
          })}
        </dl>
      )}
      {change.undoneBy === null && (
        <div className={styles.undo}>
          <Button kind="quiet" onPress={onUndo} aria-label={t`Undo the change of ${when}`}>
            {t`Undo`}
          </Button>
        </div>
      )}
      {refused !== null && <ErrorNote error={refused} />}
    </li>
  )
}
