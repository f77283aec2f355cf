import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'

import type { CallInput, KeySlotRow } from '../../../electron/contract/index.ts'
import { refusedFor } from '../../api/error-words.ts'
import { useCommand } from '../../api/hooks.ts'
import { Note } from '../../components/Note.tsx'
import { PassphraseField } from '../vault/PassphraseField.tsx'
import { WorkProgress } from '../vault/WorkProgress.tsx'
import { CodeField } from './CodeField.tsx'
import { KeyForm } from './KeyForm.tsx'
import { ShareEntry, type EnteredCard } from './ShareEntry.tsx'

type Props = {
  title: string
  lead: string
  /** The key that is to be tried. */
  id: string
  onDone: (said: string) => void
  onCancel: () => void
  cancelLabel?: string
}

/** Tries a key on the open vault; what opens it but is another key than the one that was meant is told apart. */
function useTry(id: string, opens: string, onDone: (said: string) => void) {
  const tried = useCommand('keys.try')
  const [another, setAnother] = useState(false)
  const run = async (secret: CallInput<'keys.try'>) => {
    setAnother(false)
    const answer = await tried.run(secret)
    if (!answer.ok) return
    if (answer.value.slotId === id) onDone(opens)
    else setAnother(true)
  }
  return { run, busy: tried.busy, error: tried.error, another }
}

function AnotherKey() {
  const { t } = useLingui()
  return (
    <div role="status">
      <Note tone="warning" title={t`This opens the vault, but it is another of its keys.`}>
        <p>{t`It now counts as tried. The one that you meant does not.`}</p>
      </Note>
    </div>
  )
}

export function TryCode({ title, lead, id, onDone, onCancel, cancelLabel }: Props) {
  const { t } = useLingui()
  const [code, setCode] = useState('')
  const { run, busy, error, another } = useTry(id, t`Tried: the code opens this vault.`, onDone)
  return (
    <KeyForm
      title={title}
      lead={lead}
      submit={{ label: t`Try it`, busyLabel: t`Trying…`, disabled: code.trim() === '' }}
      busy={busy}
      error={refusedFor('code', error)}
      onSubmit={() => run({ code })}
      onCancel={onCancel}
      {...(cancelLabel !== undefined && { cancelLabel })}
    >
      <CodeField value={code} onChange={setCode} autoFocus />
      {another && <AnotherKey />}
    </KeyForm>
  )
}

export function TryCards({ title, lead, id, onDone, onCancel, cancelLabel }: Props) {
  const { t } = useLingui()
  const [cards, setCards] = useState<readonly EnteredCard[]>([])
  const [enough, setEnough] = useState(false)
  const { run, busy, error, another } = useTry(id, t`Tried: the cards open this vault.`, onDone)
  return (
    <KeyForm
      title={title}
      lead={lead}
      submit={{ label: t`Try them`, busyLabel: t`Trying…`, disabled: !enough }}
      busy={busy}
      error={refusedFor('cards', error)}
      onSubmit={() => run({ shares: cards.map(({ text }) => text) })}
      onCancel={onCancel}
      {...(cancelLabel !== undefined && { cancelLabel })}
    >
      <ShareEntry cards={cards} onChange={setCards} onEnough={setEnough} autoFocus />
      {another && <AnotherKey />}
    </KeyForm>
  )
}

function TryPassphrase({ title, lead, id, onDone, onCancel }: Props) {
  const { t } = useLingui()
  const [passphrase, setPassphrase] = useState('')
  const { run, busy, error, another } = useTry(id, t`Tried: the passphrase opens this vault.`, onDone)
  return (
    <KeyForm
      title={title}
      lead={lead}
      submit={{ label: t`Try it`, busyLabel: t`Trying…`, disabled: passphrase === '' }}
      busy={busy}
      error={error}
      onSubmit={() => run({ passphrase })}
      onCancel={onCancel}
    >
      <PassphraseField label={t`Passphrase`} value={passphrase} onChange={setPassphrase} autoFocus />
      {busy && <WorkProgress work="passphrase" words={t`Making the key from the passphrase. It is slow on purpose: so is guessing.`} />}
      {another && <AnotherKey />}
    </KeyForm>
  )
}

type TryProps = { slot: KeySlotRow; title: string; onDone: (said: string) => void; onCancel: () => void }

/** Tries a key of any kind. */
export function TryKey({ slot, ...rest }: TryProps) {
  const { t } = useLingui()
  const props = { ...rest, id: slot.id }
  if (slot.kind === 'recovery_code')
    return <TryCode {...props} lead={t`Type it in from the paper. Nothing in the vault is changed by it.`} />
  if (slot.kind === 'recovery_shares')
    return <TryCards {...props} lead={t`Enter as many cards as are needed. Nothing in the vault is changed by it.`} />
  return <TryPassphrase {...props} lead={t`Whose it is types it. Nothing in the vault is changed by it.`} />
}
