import { useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { Archive } from 'lucide-react'
import { useEffect, useRef, useState, type FormEvent } from 'react'

import { keyOf, useCommand } from '../../api/hooks.ts'
import { Button } from '../../components/Button.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import type { ChosenPlace } from './LockScreen.tsx'
import { PassphraseField } from './PassphraseField.tsx'
import styles from './UnlockForm.module.css'

/** The passphrase and nothing else: what the vault holds, its last change too, can't be known before it is open. */
export function UnlockForm({ vault }: { vault: ChosenPlace }) {
  const { t } = useLingui()
  const cache = useQueryClient()
  const [passphrase, setPassphrase] = useState('')
  const unlock = useCommand('vault.unlock')
  const field = useRef<HTMLInputElement>(null)

  // Only once the field can be typed in again can it take the focus.
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
    if (answer.error.code === 'already_unlocked') await cache.invalidateQueries({ queryKey: keyOf('app.state', {}) })
  }

  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      <div className={styles.vault}>
        <Archive size={18} aria-hidden />
        <bdi className={styles.title}>{vault.name}</bdi>
      </div>
      <PassphraseField
        label={t`Passphrase`}
        value={passphrase}
        onChange={setPassphrase}
        autoFocus
        disabled={unlock.busy}
        inputRef={field}
      />
      <Button kind="primary" wide type="submit" isDisabled={unlock.busy || passphrase === ''}>
        {unlock.busy ? t`Unlocking…` : t`Unlock`}
      </Button>
      {unlock.error !== null && <ErrorNote error={unlock.error} />}
    </form>
  )
}
