import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'

import type { CallError, CallOutput } from '../../../electron/contract/index.ts'
import { call } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Panel } from '../../components/Panel.tsx'
import styles from './ActivityPart.module.css'
import { activityWords } from './activity-words.ts'
import { CheckHead } from './CheckHead.tsx'

type Entry = CallOutput<'audit.list'>['entries'][number]
type Shown = { entries: readonly Entry[]; next: number | null; busy: boolean; error: CallError | null }

const pageSize = 30

/** What was done in this vault, by whom and when, as the audit chain has it; and the check of a head on paper. */
export function ActivityPart() {
  const { t } = useLingui()
  const [shown, setShown] = useState<Shown | null>(null)
  const more = async (before?: number) => {
    const known = before === undefined ? [] : (shown?.entries ?? [])
    setShown({ entries: known, next: null, busy: true, error: null })
    const answer = await call('audit.list', { limit: pageSize, ...(before !== undefined && { before }) })
    setShown(
      answer.ok
        ? { entries: [...known, ...answer.value.entries], next: answer.value.next, busy: false, error: null }
        : { entries: known, next: null, busy: false, error: answer.error },
    )
  }
  const { entries = [], next = null, busy = false, error = null } = shown ?? {}
  return (
    <Panel title={t`Activity`}>
      <div className={styles.part}>
        <p
          className={styles.hint}
        >{t`Every change, opening, report and change of keys is kept, without what it said. Nobody can alter or remove an entry unseen.`}</p>
        {entries.length > 0 && <Entries entries={entries} />}
        {error !== null && <ErrorNote error={error} />}
        {(shown === null || next !== null) && (
          <Button busy={busy} onPress={() => void more(next ?? undefined)}>
            {shown === null ? t`Show what was done` : t`Show earlier entries`}
          </Button>
        )}
        <CheckHead />
      </div>
    </Panel>
  )
}

function Entries({ entries }: { entries: readonly Entry[] }) {
  const { t, i18n } = useLingui()
  const dayOf = ({ at }: Entry): string => i18n.date(new Date(at), { dateStyle: 'full' })
  const days = Map.groupBy(entries, dayOf)
  return (
    <ol className={styles.days} aria-label={t`What was done, newest first`}>
      {[...days].map(([day, done]) => (
        <li key={day}>
          <h3 className={styles.day}>{day}</h3>
          <ol className={styles.entries}>
            {done.map((entry) => (
              <li key={entry.seq} className={styles.entry}>
                <span className={styles.time}>{i18n.date(new Date(entry.at), { timeStyle: 'short' })}</span>
                <span>
                  {activityWords(i18n, entry.kind)}
                  {entry.reference !== null && (
                    <>
                      {' '}
                      <bdi className={styles.reference}>{entry.reference}</bdi>
                    </>
                  )}
                </span>
                <span className={styles.who}>
                  <bdi>{entry.caseworker ?? t`the program`}</bdi>
                  {entry.changeNo !== null && <> · {t`No. ${i18n.number(entry.changeNo)}`}</>}
                </span>
              </li>
            ))}
          </ol>
        </li>
      ))}
    </ol>
  )
}
