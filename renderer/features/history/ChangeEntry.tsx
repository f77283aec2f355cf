import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'

import { records, type CallError, type RecordTable } from '../../../electron/contract/index.ts'
import { Button } from '../../components/Button.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { joined } from '../../i18n/lists.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { fieldLabel, recordLabel } from '../case/field-labels.ts'
import { tableOfKind } from '../case/row-commands.ts'
import { changedPart } from './changed-part.ts'
import { isTelling } from './telling.ts'
import type { ChangeSet } from './HistoryPanel.tsx'
import styles from './HistoryPanel.module.css'
import { useCitedWords } from './use-cited-words.ts'
import { useValueWords } from './use-value-words.ts'

type Props = { change: ChangeSet; field: string | null; refused: CallError | null; onUndo: () => void }

const done = {
  create: msg`added`,
  update: msg`changed`,
  bin: msg`moved to the bin`,
  restore: msg`restored from the bin`,
  adopt: msg`a competing value became the current one`,
  undo: msg`an earlier change was taken back`,
} as const
const isDone = (verb: string): verb is keyof typeof done => Object.hasOwn(done, verb)
const isNothing = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
const isRecord = (table: string): table is RecordTable => Object.hasOwn(records, table)

/** One change set: when, who, and each field before and after. */
export function ChangeEntry({ change, field, refused, onUndo }: Props) {
  const { t, i18n } = useLingui()
  const language = useLanguage()
  const valueWords = useValueWords()
  const citedWords = useCitedWords()
  const verb = change.kind.split('.').at(-1) ?? change.kind
  const told = tableOfKind(change.kind)
  const tables = told === null ? [...new Set(change.revisions.map((revision) => revision.table))].filter(isRecord) : [told]
  const what = joined(
    language,
    tables.map((table) => i18n._(recordLabel(table))),
  )
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
        {what === '' ? null : `${what}: `}
        {isDone(verb) ? i18n._(done[verb]) : i18n._(done.update)}
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
