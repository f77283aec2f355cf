import { useLingui } from '@lingui/react/macro'
import { useState, type FormEvent } from 'react'

import { useCall, useCommand } from '../../api/hooks.ts'
import { Button } from '../../components/Button.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Panel } from '../../components/Panel.tsx'
import { NewPassphrase } from '../vault/NewPassphrase.tsx'
import { PassphraseField } from '../vault/PassphraseField.tsx'
import { WorkProgress } from '../vault/WorkProgress.tsx'
import styles from './SettingsView.module.css'

/** Another passphrase for the same vault; the old one opens what was copied before, and this vault no more. */
export function ChangePassphrase() {
  const { t } = useLingui()
  const info = useCall('vault.info', {})
  const [shown, setShown] = useState(false)
  const [done, setDone] = useState(false)
  const [closed, setClosed] = useState(false)
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [repeated, setRepeated] = useState('')
  const change = useCommand('vault.changePassphrase')

  const forget = () => {
    setCurrent('')
    setNext('')
    setRepeated('')
    setShown(false)
    setClosed(true)
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (current === '' || next === '' || next !== repeated || change.busy) return
    const answer = await change.run({ current, next })
    if (!answer.ok) return
    forget()
    setDone(true)
  }

  return (
    <Panel title={t`Passphrase`}>
      {shown ? (
        <form className={styles.form} onSubmit={(event) => void submit(event)}>
          <PassphraseField label={t`The present passphrase`} value={current} onChange={setCurrent} autoFocus />
          <NewPassphrase
            value={next}
            repeated={repeated}
            related={[info.data?.title ?? '', info.data?.caseworker.name ?? '']}
            onChange={setNext}
            onRepeat={setRepeated}
          />
          {change.busy && (
            <WorkProgress work="passphrase" words={t`Making the key from the passphrase. It is slow on purpose: so is guessing.`} />
          )}
          {change.error !== null && <ErrorNote error={change.error} />}
          <div className={styles.row}>
            <Button kind="primary" type="submit" isDisabled={current === '' || next === '' || next !== repeated} busy={change.busy}>
              {change.busy ? t`Changing…` : t`Change the passphrase`}
            </Button>
            <Button onPress={forget} isDisabled={change.busy}>{t`Cancel`}</Button>
          </div>
        </form>
      ) : (
        <div className={styles.row}>
          <Button
            // Back where the form was opened from, once it has gone.
            autoFocus={closed}
            onPress={() => {
              setClosed(false)
              setDone(false)
              setShown(true)
            }}
          >
            {t`Change the passphrase…`}
          </Button>
          <span role="status" className={styles.sound}>
            {done ? t`Changed. The old passphrase no longer opens this vault; backups made before still open with it.` : ''}
          </span>
        </div>
      )}
    </Panel>
  )
}
