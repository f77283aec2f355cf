import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useEffect, useRef, useState } from 'react'

import type { CallError } from '../../../electron/contract/index.ts'
import { call } from '../../api/client.ts'
import { useCall } from '../../api/hooks.ts'
import { useCanWrite } from '../../api/use-can-write.ts'
import { Button } from '../../components/Button.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Note } from '../../components/Note.tsx'
import { Panel } from '../../components/Panel.tsx'
import { GuideLink } from '../guide/GuideLink.tsx'
import { WorkProgress } from '../vault/WorkProgress.tsx'
import { BackupList } from './BackupList.tsx'
import styles from './Backups.module.css'
import { SecondPlace } from './SecondPlace.tsx'
import { useBackupWords } from './use-backup-words.ts'

type Work = 'make' | 'save'
type State = { busy: Work | null; done: string; error: CallError | null }

/** Backups of this vault: whether there is one to go back to, making one now, where copies go, and those that lie there. */
export function BackupsPart() {
  const { t, i18n } = useLingui()
  const words = useBackupWords()
  const state = useCall('backups.state', {})
  const readOnly = !useCanWrite()
  const list = useCall('backups.list', {})
  const [{ busy, done, error }, setWork] = useState<State>({ busy: null, done: '', error: null })

  const said = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    // The button that stopped the rest of it went with it: the focus, which stood on it, stands on what is said.
    if (done !== '' && document.activeElement === document.body) said.current?.focus()
  }, [done])

  const make = async () => {
    setWork({ busy: 'make', done: '', error: null })
    const answer = await call('backups.make', {})
    if (!answer.ok) return setWork(failed(answer.error))
    const { second } = answer.value
    const copied = {
      none_chosen: t`Made, opened and found whole.`,
      absent: t`Made, opened and found whole. The drive of the second place isn’t there, so no copy was put on it.`,
      copied: t`Made, opened and found whole; so was its copy at the second place.`,
      failed: t`Made, opened and found whole. The copy at the second place failed: look whether the drive is full or write-protected.`,
      stopped: t`Made in the vault’s own folder, opened and found whole. Only its copy at the second place was stopped; the next backup is copied there again.`,
    } as const
    setWork({ busy: null, done: copied[second], error: null })
  }
  const save = async () => {
    setWork({ busy: 'save', done: '', error: null })
    const answer = await call('backups.saveAs', {})
    if (!answer.ok) return setWork(failed(answer.error))
    const saved = answer.value
    setWork({ busy: null, done: saved === null ? '' : t`Saved as ${saved.name}, opened and found whole.`, error: null })
  }

  if (state.data === undefined) return state.error === null ? null : <ErrorNote error={state.error.failure} />
  const { lastVerified, nag, workDays, second } = state.data
  const { days, weeks, months } = list.data?.keeps ?? { days: 7, weeks: 4, months: 12 }
  return (
    <Panel title={t`Backups`} tools={<GuideLink chapter="backups" />}>
      <div className={styles.part}>
        {lastVerified === null ? (
          <p>{t`There is no backup of this vault yet.`}</p>
        ) : (
          <p>{t`The newest backup that was opened and found whole was made on ${words.when(lastVerified.createdAt)}.`}</p>
        )}
        {nag === 'old' && (
          <Note tone="warning">{t`${plural(workDays, { one: 'Since then there has been # day', other: 'Since then there have been # days' })} of work that no backup holds.`}</Note>
        )}
        {readOnly ? (
          <p className={styles.hint}>{t`This vault is open for reading only: a backup of it can be saved to another place.`}</p>
        ) : null}
        <div className={styles.row}>
          {!readOnly && (
            <Button kind="primary" busy={busy === 'make'} isDisabled={busy === 'save'} onPress={() => void make()}>
              {busy === 'make' ? t`Backing up…` : t`Back up now`}
            </Button>
          )}
          <Button busy={busy === 'save'} isDisabled={busy === 'make'} onPress={() => void save()}>{t`Save a backup as…`}</Button>
        </div>
        {busy !== null && (
          <div className={styles.progress}>
            <WorkProgress work="backup" words={t`A copy is made, written, read back and opened. You can go on working.`} />
            <Button onPress={() => void call('work.cancel', {})}>{t`Stop`}</Button>
          </div>
        )}
        <p ref={said} tabIndex={-1} role="status" className={done === '' ? styles.silent : styles.done}>
          {done}
        </p>
        {error !== null && <ErrorNote error={error} />}
        <p className={styles.hint}>
          {t`One is made at the first change of each day, and before a newer version changes the vault. Kept are the newest of the last ${i18n.number(days)} days, ${i18n.number(weeks)} weeks and ${i18n.number(months)} months, and every one from before a newer version; when the disk gets full, the oldest go first. Each is encrypted and opens with the passphrase of its time.`}
        </p>
        <SecondPlace
          second={second}
          readOnly={readOnly}
          // Where copies go is no change of a record, of which the vault would tell by itself.
          onChanged={() => void Promise.all([state.refetch(), list.refetch()])}
        />
        {list.data !== undefined && <BackupList backups={list.data.backups} />}
      </div>
    </Panel>
  )
}

const failed = (error: CallError): State => ({ busy: null, done: '', error })
