import { useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { Archive } from 'lucide-react'
import { useEffect, useId, useRef, useState, type FormEvent } from 'react'

import type { CallError, ErrorCode } from '../../../electron/contract/index.ts'
import { keyOf, useCommand } from '../../api/hooks.ts'
import { Button } from '../../components/Button.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import type { ChosenPlace } from './LockScreen.tsx'
import { PassphraseField } from './PassphraseField.tsx'
import { SharedFolderNote } from './SharedFolderNote.tsx'
import styles from './UnlockForm.module.css'
import { WorkProgress } from './WorkProgress.tsx'

/** Where the passphrase is not what stands in the way, another folder may be what is wanted. */
const ofThePlace: ReadonlySet<ErrorCode> = new Set(['no_vault', 'erased', 'newer_version', 'unsupported_kdf', 'not_found'])

/** What has ways out of its own, at the recovery screen. */
const needsRescue = ({ code, params }: CallError): boolean =>
  code === 'damaged' || code === 'rolled_back' || (code === 'read_only' && params['reason'] === 'left_open')

type Props = {
  vault: ChosenPlace
  /** Chooses another vault's folder. */
  onAnother: () => void
  /** For who has forgotten the passphrase. */
  onForgotten: () => void
  /** The vault doesn't open as it should, or somebody says that something is wrong with it. */
  onTrouble: (trouble: CallError | null, passphrase: string) => void
}

/** The passphrase and nothing else: what the vault holds, its last change too, can't be known before it is open. */
export function UnlockForm({ vault, onAnother, onForgotten, onTrouble }: Props) {
  const { t } = useLingui()
  const cache = useQueryClient()
  const [passphrase, setPassphrase] = useState('')
  const unlock = useCommand('vault.unlock')
  const errorId = useId()
  const field = useRef<HTMLInputElement>(null)

  // The next try replaces what was wrong, from wherever the button was pressed.
  useEffect(() => {
    if (unlock.busy || unlock.error === null) return
    field.current?.focus()
    field.current?.select()
  }, [unlock.busy, unlock.error])

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (passphrase === '' || unlock.busy) return
    const answer = await unlock.run({ place: vault.place, passphrase })
    if (answer.ok) {
      setPassphrase('')
      await cache.invalidateQueries({ queryKey: keyOf('app.state', {}) })
      return
    }
    if (needsRescue(answer.error)) return onTrouble(answer.error, passphrase)
    if (answer.error.code === 'already_unlocked') await cache.invalidateQueries({ queryKey: keyOf('app.state', {}) })
  }

  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      <div className={styles.vault}>
        <Archive size={18} aria-hidden />
        <bdi className={styles.title} translate="no">
          {vault.name}
        </bdi>
      </div>
      <PassphraseField
        label={t`Passphrase`}
        value={passphrase}
        // While the key is derived the field keeps the focus, and what it was derived from.
        onChange={(next) => !unlock.busy && setPassphrase(next)}
        autoFocus
        inputRef={field}
        {...(!unlock.busy && unlock.error?.code === 'wrong_passphrase' && { wrongBy: errorId })}
      />
      <Button kind="primary" wide type="submit" isDisabled={passphrase === ''} busy={unlock.busy}>
        {unlock.busy ? t`Unlocking…` : t`Unlock`}
      </Button>
      {unlock.busy && <WorkProgress work="unlock" words={t`Making the key from the passphrase. It is slow on purpose: so is guessing.`} />}
      {unlock.error !== null && (
        <ErrorNote
          error={unlock.error}
          id={errorId}
          {...(ofThePlace.has(unlock.error.code) && {
            actions: <Button onPress={onAnother}>{t`Choose another folder…`}</Button>,
          })}
        />
      )}
      <SharedFolderNote shared={vault.shared} />
      <p className={styles.aside}>
        <Button kind="quiet" onPress={onForgotten} isDisabled={unlock.busy}>{t`Forgot the passphrase?`}</Button>
        <Button
          kind="quiet"
          onPress={() => onTrouble(null, passphrase)}
          isDisabled={unlock.busy}
        >{t`Something is wrong with this vault`}</Button>
      </p>
    </form>
  )
}
