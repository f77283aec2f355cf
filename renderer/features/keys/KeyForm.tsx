import { useLingui } from '@lingui/react/macro'
import type { FormEvent, ReactNode } from 'react'

import type { CallError } from '../../../electron/contract/index.ts'
import { Button } from '../../components/Button.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import styles from './Keys.module.css'
import { useInSight } from './use-in-sight.ts'

type Props = {
  title: string
  /** What is about to happen, before anything is asked for. */
  lead?: ReactNode
  submit: { label: string; busyLabel?: string; danger?: boolean; disabled: boolean }
  busy: boolean
  error: CallError | null
  onSubmit: () => Promise<void>
  onCancel: () => void
  cancelLabel?: string
  children?: ReactNode
}

/** One thing to do with the vault's keys: why, what is needed for it, and the way back. */
export function KeyForm({ title, lead, submit, busy, error, onSubmit, onCancel, cancelLabel, children }: Props) {
  const { t } = useLingui()
  const form = useInSight<HTMLFormElement>()
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!submit.disabled && !busy) void onSubmit()
  }
  return (
    <form className={styles.form} onSubmit={send} aria-label={title} ref={form}>
      <h3 className={styles.formTitle}>{title}</h3>
      {lead !== undefined && <div className={styles.lead}>{lead}</div>}
      {children}
      {error !== null && <ErrorNote error={error} />}
      <div className={styles.row}>
        <Button kind={submit.danger === true ? 'danger' : 'primary'} type="submit" isDisabled={submit.disabled} busy={busy}>
          {busy ? (submit.busyLabel ?? submit.label) : submit.label}
        </Button>
        <Button onPress={onCancel} isDisabled={busy}>
          {cancelLabel ?? t`Cancel`}
        </Button>
      </div>
    </form>
  )
}
