import { useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'

import type { CallError, CallOutput, Examination, SalvageList } from '../../../electron/contract/index.ts'
import { call } from '../../api/client.ts'
import { useErrorWords } from '../../api/error-words.ts'
import { noteWhyReadOnly, whyReadOnly } from '../../api/why-read-only.ts'
import { keyOf } from '../../api/hooks.ts'
import { Button } from '../../components/Button.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import type { ChosenPlace } from '../vault/LockScreen.tsx'
import { PassphraseField } from '../vault/PassphraseField.tsx'
import { Examined } from './Examined.tsx'
import { OlderVault } from './OlderVault.tsx'
import styles from './RecoveryScreen.module.css'
import { Restored } from './Restored.tsx'
import { RescueProgress } from './RescueProgress.tsx'
import { SalvageResult } from './SalvageResult.tsx'
import { WaysOut } from './WaysOut.tsx'

type Props = {
  vault: ChosenPlace
  /** Why it did not open; null where somebody asks by himself. */
  trouble: CallError | null
  passphrase: string
  onBack: () => void
  /** Another place is what matters from now on: a copy, or a new vault. */
  onPlace: (place: ChosenPlace) => void
}

export type Work = 'examine' | 'open' | 'reading' | 'restore' | 'salvage' | 'accept' | 'copy'

/** What is done at this screen: one piece of work at a time, each with its refusal. */
export type Rescue = {
  vault: ChosenPlace
  passphrase: string
  busy: Work | null
  run<T>(work: Work, ask: () => Promise<{ ok: true; value: T } | { ok: false; error: CallError }>, then: (value: T) => void): void
}

/** A vault that doesn't open as it should: what happened, what is safe, and the ways out, the gentlest first. */
export function RecoveryScreen({ vault, trouble: first, passphrase: given, onBack, onPlace }: Props) {
  const { t } = useLingui()
  const cache = useQueryClient()
  const say = useErrorWords()
  const [passphrase, setPassphrase] = useState(given)
  const [typed, setTyped] = useState('')
  const [trouble, setTrouble] = useState(first)
  const [busy, setBusy] = useState<Work | null>(null)
  const [refusal, setRefusal] = useState<CallError | null>(null)
  const [examined, setExamined] = useState<Examination | null>(null)
  const [restored, setRestored] = useState<CallOutput<'rescue.restore'> | null>(null)
  const [salvaged, setSalvaged] = useState<{ report: SalvageList; place: ChosenPlace } | null>(null)
  const heading = useRef<HTMLHeadingElement>(null)

  const run = useCallback<Rescue['run']>((work, ask, then) => {
    setBusy(work)
    setRefusal(null)
    void ask().then((answer) => {
      setBusy(null)
      if (answer.ok) then(answer.value)
      else setRefusal(answer.error)
    })
  }, [])
  const opened = useCallback(() => void cache.invalidateQueries({ queryKey: keyOf('app.state', {}) }), [cache])
  const openedForReading = () => {
    noteWhyReadOnly(whyReadOnly(trouble, examined))
    opened()
  }
  const examine = useCallback(
    (words: string) =>
      run(
        'examine',
        () => call('rescue.examine', { place: vault.place, passphrase: words }),
        (value) => {
          setExamined(value)
          setPassphrase(words)
        },
      ),
    [run, vault.place],
  )
  const leftOpen = trouble?.code === 'read_only'
  const asked = useRef(false)
  useEffect(() => {
    // Once, and not again where development mounts everything twice.
    if (asked.current) return
    asked.current = true
    heading.current?.focus()
    if (given !== '' && !leftOpen) examine(given)
  }, [examine, given, leftOpen])

  const rescue: Rescue = { vault, passphrase, busy, run }
  const checkAgain = () =>
    run(
      'open',
      async () => {
        const answer = await call('vault.unlock', { place: vault.place, passphrase })
        if (!answer.ok) setTrouble(answer.error)
        return answer
      },
      opened,
    )
  const words = trouble === null ? null : say(trouble)
  const older = trouble?.code === 'rolled_back'
  const damaged = trouble?.code === 'damaged' || (examined !== null && examined.findings.length > 0)
  // Said only where there was one: anybody else would read of a crash that never was.
  const rekeyed = trouble?.params['what'] === 'rekey' || examined?.findings.some(({ what }) => what === 'rekey') === true

  if (salvaged !== null)
    return <SalvageResult {...salvaged} passphrase={passphrase} onOpened={opened} onPlace={() => onPlace(salvaged.place)} onBack={onBack} />
  if (restored !== null) return <Restored restored={restored} vault={vault} passphrase={passphrase} onOpened={opened} onBack={onBack} />
  return (
    <section className={styles.screen} aria-labelledby="rescue-title">
      <h2 className={styles.title} id="rescue-title" tabIndex={-1} ref={heading}>
        {older ? t`This vault is older than its own record.` : (words?.happened ?? t`What is wrong with this vault?`)}
      </h2>
      <p className={styles.safe}>
        {leftOpen
          ? t`A crash left this vault with a log that can’t be read from a medium that is write-protected. Nothing is lost.`
          : older
            ? t`Nothing on this screen deletes a case file, and the vault stays as it is unless you choose to go on with it.`
            : damaged
              ? t`Nothing on this screen deletes a case file, and what is damaged stays as it is, whatever you choose.`
              : t`Nothing on this screen deletes a case file, and what stands there now is kept, whatever you choose.`}
        {rekeyed && (
          <> {t`A crash cut a change of the vault’s key short. Once a passphrase opens the new key, that change is finished first.`}</>
        )}
      </p>
      {passphrase === '' && (
        <form
          className={styles.ask}
          onSubmit={(event) => {
            event.preventDefault()
            if (typed !== '' && busy === null) examine(typed)
          }}
        >
          <PassphraseField label={t`Passphrase`} value={typed} onChange={setTyped} autoFocus />
          <Button kind="primary" type="submit" isDisabled={typed === ''} busy={busy === 'examine'}>{t`Look at the vault`}</Button>
        </form>
      )}
      {busy !== null && busy !== 'open' && busy !== 'accept' && <RescueProgress work={busy} />}
      {refusal !== null && <ErrorNote error={refusal} />}
      {examined !== null && <Examined examined={examined} />}
      {older && examined !== null && <OlderVault rescue={rescue} examined={examined} onBack={onBack} onOpened={opened} />}
      {passphrase !== '' && (
        <WaysOut
          rescue={rescue}
          examined={examined}
          leftOpen={leftOpen}
          onCheck={checkAgain}
          onReading={openedForReading}
          onRestored={setRestored}
          onSalvaged={(report, place) => setSalvaged({ report, place })}
          onCopied={onPlace}
        />
      )}
      <div className={styles.foot}>
        <Button onPress={onBack} isDisabled={busy !== null}>{t`Back`}</Button>
        {examined === null && busy === null && passphrase !== '' && !leftOpen && (
          <Button onPress={() => examine(passphrase)}>{t`Look at the vault`}</Button>
        )}
      </div>
    </section>
  )
}
