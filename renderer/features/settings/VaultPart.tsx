import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'

import type { CallError, CallOutput } from '../../../electron/contract/index.ts'
import { call } from '../../api/client.ts'
import { useCall } from '../../api/hooks.ts'
import { Button } from '../../components/Button.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Panel } from '../../components/Panel.tsx'
import { WorkProgress } from '../vault/WorkProgress.tsx'
import { countFaults } from './fault-kinds.ts'
import { faultWords } from './fault-words.ts'
import { Fingerprint } from './Fingerprint.tsx'
import styles from './SettingsView.module.css'

/** The open vault: what it is, how it was left, and whether it is sound. */
export function VaultPart() {
  const { t, i18n } = useLingui()
  const { data, error } = useCall('vault.info', {})
  const { data: listed } = useCall('cases.list', { limit: 1 })
  if (error !== null) return <ErrorNote error={error.failure} />
  if (data === undefined) return null
  const { memoryMiB, passes } = data.kdf
  const all = data.counts.case_files ?? 0
  // The list and Home count what is on file; what lies in the bin is there all the same.
  const binned = listed === undefined ? 0 : Math.max(0, all - listed.total)
  return (
    <Panel title={t`This vault`}>
      <dl className={styles.facts}>
        <dt>{t`Title`}</dt>
        <dd>
          <bdi>{data.title}</bdi>
        </dd>
        <dt>{t({ context: 'vault', message: 'Open as' })}</dt>
        <dd>
          <bdi>{data.caseworker.name}</bdi>
        </dd>
        <dt>{t({ context: 'vault', message: 'Made' })}</dt>
        <dd>{i18n.date(new Date(data.createdAt), { dateStyle: 'long' })}</dd>
        <dt>{t`Last change`}</dt>
        <dd>
          <Fingerprint fingerprint={data.fingerprint} />
        </dd>
        <dt>{t`Case files`}</dt>
        <dd>{binned === 0 ? i18n.number(all) : t`${i18n.number(all - binned)}, and ${i18n.number(binned)} in the bin`}</dd>
        <dt>{t`Encryption`}</dt>
        <dd>{t`${data.cipher}, Argon2id ${memoryMiB} MiB, ${passes} passes`}</dd>
      </dl>
      {data.readOnly && <p>{t`Opened for reading only: nothing can be changed here.`}</p>}
      <Verify />
    </Panel>
  )
}

type Result = { busy: boolean; found: CallOutput<'vault.verify'> | null; error: CallError | null }

function Verify() {
  const { t, i18n } = useLingui()
  const [{ busy, found, error }, setResult] = useState<Result>({ busy: false, found: null, error: null })
  const verify = async () => {
    setResult({ busy: true, found: null, error: null })
    const answer = await call('vault.verify', {})
    setResult(answer.ok ? { busy: false, found: answer.value, error: null } : { busy: false, found: null, error: answer.error })
  }
  const checked = i18n.number(Object.values(found?.checked ?? {}).reduce((sum, count) => sum + count, 0))
  return (
    <div className={styles.choices}>
      <div className={styles.row}>
        <Button onPress={() => void verify()} busy={busy}>
          {busy ? t`Checking…` : t`Check the vault`}
        </Button>
        <span role="status" className={styles.sound}>
          {found?.sound === true ? t`Sound: ${checked} parts of the vault were checked, and every one is as it was written.` : ''}
        </span>
      </div>
      {busy && (
        <>
          <WorkProgress
            work="verify"
            words={t`Every part of the file, every record and the whole history are looked at. You can go on working.`}
          />
          <Button onPress={() => void call('work.cancel', {})}>{t`Stop`}</Button>
        </>
      )}
      {error !== null && <ErrorNote error={error} />}
      {found?.sound === false && (
        <div className={styles.faults} role="alert">
          <p>{t`Not sound. Copy the whole folder to a safe place before anything else, then open a backup.`}</p>
          <ul>
            {countFaults(found.faults).map(({ kind, count }) => (
              <li key={kind}>
                {i18n._(faultWords[kind])} {count > 1 && t`${plural(count, { one: '(# place)', other: '(# places)' })}`}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}
