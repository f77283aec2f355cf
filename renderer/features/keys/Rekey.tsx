import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useEffect, useRef, useState } from 'react'

import type { CallOutput, KeySlotRow } from '../../../electron/contract/index.ts'
import { call } from '../../api/client.ts'
import { useCommand } from '../../api/hooks.ts'
import { Button } from '../../components/Button.tsx'
import { Checkbox } from '../../components/Checkbox.tsx'
import { PassphraseField } from '../vault/PassphraseField.tsx'
import { WorkProgress } from '../vault/WorkProgress.tsx'
import { KeyForm } from './KeyForm.tsx'
import styles from './Keys.module.css'
import { useInSight } from './use-in-sight.ts'
import { useSlotWords } from './use-slot-words.ts'

type Props = { title: string; slots: readonly KeySlotRow[]; onDone: (said: string) => void; onCancel: () => void }

/** A new key for the vault: everything is encrypted anew, and no older header helps to open it any more. */
export function Rekey({ title, slots, onDone, onCancel }: Props) {
  const { t } = useLingui()
  const slotWords = useSlotWords()
  const [current, setCurrent] = useState('')
  /** Passphrases of colleagues who are here to type them, by their keys. */
  const [kept, setKept] = useState<Readonly<Record<string, string>>>({})
  const [done, setDone] = useState<CallOutput<'keys.rekey'> | null>(null)
  const rekey = useCommand('keys.rekey')
  const colleagues = slots.filter(({ kind, own }) => kind === 'passphrase' && !own)
  const ending = slots.filter(({ kind, id }) => kind !== 'passphrase' || (!(id in kept) && colleagues.some((one) => one.id === id)))
  const submit = async () => {
    const answer = await rekey.run({ current, keep: Object.entries(kept).map(([id, passphrase]) => ({ id, passphrase })) })
    if (!answer.ok) return
    setCurrent('')
    setKept({})
    setDone(answer.value)
  }
  const keep = (id: string, on: boolean) =>
    setKept((before) => (on ? { ...before, [id]: '' } : Object.fromEntries(Object.entries(before).filter(([one]) => one !== id))))

  if (done !== null) return <RekeyDone title={title} done={done} onClose={onDone} />
  return (
    <KeyForm
      title={title}
      lead={
        <>
          <p>{t`Everything in the vault is encrypted anew under a new key, so that a key that was revoked, or an older copy of the vault, no longer helps anybody to open it.`}</p>
          <p>{t`It takes a while. Nothing can be lost by it: if the power goes meanwhile, the vault opens as it was before, or under its new key.`}</p>
        </>
      }
      submit={{
        label: t`Make the new key`,
        busyLabel: t`Encrypting anew…`,
        danger: ending.length > 0,
        disabled: current === '' || Object.values(kept).some((passphrase) => passphrase === ''),
      }}
      busy={rekey.busy}
      error={rekey.error}
      onSubmit={submit}
      onCancel={onCancel}
    >
      <PassphraseField label={t`Your present passphrase`} value={current} onChange={setCurrent} autoFocus />
      {colleagues.length > 0 && (
        <div className={styles.keep} role="group" aria-labelledby="rekey-keep">
          <p id="rekey-keep">{t`Whose passphrase is to go on opening it? They type it now.`}</p>
          {colleagues.map((slot) => (
            <div key={slot.id} className={styles.keepOne}>
              <Checkbox selected={slot.id in kept} onChange={(on) => keep(slot.id, on)}>
                {slotWords(slot)}
              </Checkbox>
              {slot.id in kept && (
                <PassphraseField
                  label={slotWords(slot)}
                  value={kept[slot.id] ?? ''}
                  onChange={(passphrase) => setKept((before) => ({ ...before, [slot.id]: passphrase }))}
                />
              )}
            </div>
          ))}
        </div>
      )}
      {ending.length > 0 && (
        <div className={styles.ending}>
          <p>{t`These end, and must be made anew afterwards:`}</p>
          <ul>
            {ending.map((slot) => (
              <li key={slot.id}>{slotWords(slot)}</li>
            ))}
          </ul>
        </div>
      )}
      {rekey.busy && (
        <>
          <WorkProgress work="rekey" words={t`Every file of the vault is written anew, then put in the place of the old one.`} />
          <p className={styles.row}>
            <Button onPress={() => void call('keys.cancelRekey', {})}>{t`Stop`}</Button>
            <span className={styles.quiet}>{t`The vault is then as it was.`}</span>
          </p>
        </>
      )}
    </KeyForm>
  )
}

/** What ended with the old key, and what of the old remains. */
function RekeyDone({ title, done, onClose }: { title: string; done: CallOutput<'keys.rekey'>; onClose: (said: string) => void }) {
  const { t } = useLingui()
  const step = useInSight<HTMLElement>()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const { passphrases, recoveryCodes, recoveryShares } = done.ended
  const ended = [
    passphrases > 0 ? t`${plural(passphrases, { one: '# passphrase', other: '# passphrases' })}` : '',
    recoveryCodes > 0 ? t`${plural(recoveryCodes, { one: '# recovery code', other: '# recovery codes' })}` : '',
    recoveryShares > 0 ? t`${plural(recoveryShares, { one: '# set of recovery cards', other: '# sets of recovery cards' })}` : '',
  ].filter((words) => words !== '')
  return (
    <section className={styles.form} aria-label={title} ref={step}>
      <h3 className={styles.formTitle} ref={heading} tabIndex={-1}>{t`The vault has a new key`}</h3>
      <p className={styles.lead}>{t`A key that was revoked, or an older copy of the vault, no longer helps anybody to open it.`}</p>
      {ended.length > 0 && (
        <div className={styles.ending}>
          <p>{t`These ended with the old key. Make new ones where you need them:`}</p>
          <ul>
            {ended.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </div>
      )}
      {done.olderBackups > 0 && (
        <p>
          {t`${plural(done.olderBackups, { one: '# backup made before still opens with the keys of its time.', other: '# backups made before still open with the keys of their time.' })}`}
        </p>
      )}
      <div className={styles.row}>
        <Button kind="primary" onPress={() => onClose(t`The vault has a new key.`)}>{t`Done`}</Button>
      </div>
    </section>
  )
}
