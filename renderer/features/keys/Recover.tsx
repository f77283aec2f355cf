import { useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { Archive } from 'lucide-react'
import { useEffect, useRef, useState, type FormEvent } from 'react'

import type { CallOutput } from '../../../electron/contract/index.ts'
import { refusedFor } from '../../api/error-words.ts'
import { keyOf, useCommand } from '../../api/hooks.ts'
import { Button } from '../../components/Button.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { SegmentedChoice } from '../../components/SegmentedChoice.tsx'
import { Select } from '../../components/Select.tsx'
import { TextField } from '../../components/TextField.tsx'
import { NewPassphrase } from '../vault/NewPassphrase.tsx'
import { WorkProgress } from '../vault/WorkProgress.tsx'
import { CodeField } from './CodeField.tsx'
import styles from './Recover.module.css'
import { ShareEntry, type EnteredCard } from './ShareEntry.tsx'

type Props = { vault: { place: string; name: string }; onBack: () => void }
type Owner = CallOutput<'keys.whose'>['caseworkers'][number]
type How = 'cards' | 'code'

/** Nobody of those who are named: who recovers is new to the vault. */
const someoneNew = 'new'

/** The way in for who has forgotten the passphrase: a recovery code or enough cards, then a new passphrase. */
export function Recover({ vault, onBack }: Props) {
  const { t } = useLingui()
  const [how, setHow] = useState<How>('cards')
  // Arrow keys go through the choice: the focus stays there once somebody chooses.
  const [chosen, setChosen] = useState(false)
  const [cards, setCards] = useState<readonly EnteredCard[]>([])
  const [enough, setEnough] = useState(false)
  const [code, setCode] = useState('')
  const [owners, setOwners] = useState<readonly Owner[] | null>(null)
  const prove = useCommand('keys.whose')
  const ready = how === 'cards' ? enough : code.trim() !== ''
  const secret = how === 'cards' ? { shares: cards.map(({ text }) => text) } : { code }

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!ready || prove.busy) return
    const answer = await prove.run({ place: vault.place, ...secret })
    if (answer.ok) setOwners(answer.value.caseworkers)
  }
  const choose = (next: How) => {
    setHow(next)
    setChosen(true)
    setCards([])
    setEnough(false)
    setCode('')
    prove.clearError()
  }

  return (
    <div className={styles.recover}>
      <div className={styles.vault}>
        <Archive size={18} aria-hidden />
        <bdi className={styles.vaultName} translate="no">
          {vault.name}
        </bdi>
      </div>
      {owners !== null ? (
        <SetPassphrase place={vault.place} secret={secret} owners={owners} onBack={() => setOwners(null)} />
      ) : (
        <form className={styles.form} onSubmit={(event) => void submit(event)} aria-label={t`Open without the passphrase`}>
          <p className={styles.lead}>
            {t`A recovery code, or enough recovery cards, take the place of a forgotten passphrase. A new one is set, and nothing in the vault is lost.`}
          </p>
          <SegmentedChoice
            label={t`What is at hand`}
            large
            value={how}
            segments={[
              { value: 'cards', label: t`Recovery cards` },
              { value: 'code', label: t`Recovery code` },
            ]}
            onChange={choose}
          />
          {how === 'cards' ? (
            <ShareEntry cards={cards} onChange={setCards} onEnough={setEnough} autoFocus={!chosen} />
          ) : (
            <CodeField value={code} onChange={setCode} />
          )}
          {prove.error !== null && <ErrorNote error={refusedFor(how, prove.error)} />}
          <div className={styles.actions}>
            <Button kind="primary" type="submit" isDisabled={!ready} busy={prove.busy}>
              {prove.busy ? t`Trying…` : t`Go on`}
            </Button>
            <Button onPress={onBack}>{t`Back to the passphrase`}</Button>
          </div>
          <p className={styles.none}>
            {t`Neither at hand? A colleague whose own passphrase opens this vault can make new cards. Without any key nobody can open it.`}
          </p>
        </form>
      )}
    </div>
  )
}

type SetProps = { place: string; secret: { code: string } | { shares: string[] }; owners: readonly Owner[]; onBack: () => void }

/** What was entered opens the vault: whose passphrase is forgotten, and what the new one is. */
function SetPassphrase({ place, secret, owners, onBack }: SetProps) {
  const { t } = useLingui()
  const cache = useQueryClient()
  const heading = useRef<HTMLHeadingElement>(null)
  const [whose, setWhose] = useState<string | null>(
    owners.length === 0 ? someoneNew : owners.length === 1 ? (owners[0]?.slotId ?? null) : null,
  )
  const [name, setName] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const [repeated, setRepeated] = useState('')
  const recover = useCommand('keys.recover')
  // The part that had the focus is gone.
  useEffect(() => heading.current?.focus(), [])

  const isNew = whose === someoneNew
  const owner = owners.find(({ slotId }) => slotId === whose)
  const missing =
    whose === null
      ? t`Say whose passphrase is forgotten.`
      : isNew && name.trim() === ''
        ? t`Write your name.`
        : passphrase === ''
          ? t`Choose a passphrase.`
          : passphrase !== repeated
            ? t`Type the passphrase a second time.`
            : ''

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (missing !== '' || recover.busy || whose === null) return
    const answer = await recover.run({ place, ...secret, passphrase, ...(isNew ? { name: name.trim() } : { slotId: whose }) })
    if (!answer.ok && answer.error.code !== 'already_unlocked') return
    setPassphrase('')
    setRepeated('')
    await cache.invalidateQueries({ queryKey: keyOf('app.state', {}) })
  }

  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} aria-labelledby="recover-new">
      <div>
        <h2 className={styles.title} id="recover-new" ref={heading} tabIndex={-1}>{t`It opens the vault`}</h2>
        <p
          className={styles.lead}
        >{t`Now a new passphrase. The forgotten one no longer opens this vault, though older backups still open with it; the code and the cards stay as they are.`}</p>
      </div>
      {owners.length > 0 && (
        <Select
          label={t`Whose passphrase is forgotten`}
          large
          value={whose}
          options={[
            ...owners.map(({ slotId, name: label }) => ({ value: slotId, label })),
            { value: someoneNew, label: t`Nobody’s: a further person’s is added` },
          ]}
          placeholder={t`Choose…`}
          onChange={setWhose}
        />
      )}
      {isNew && (
        <TextField
          label={t`Your name`}
          value={name}
          onChange={setName}
          large
          maxLength={120}
          said={t`Stands beside each change that you make.`}
        />
      )}
      <NewPassphrase
        value={passphrase}
        repeated={repeated}
        related={[name, owner?.name ?? '']}
        onChange={setPassphrase}
        onRepeat={setRepeated}
      />
      {recover.busy && <WorkProgress work="unlock" words={t`Making the key from the passphrase. It is slow on purpose: so is guessing.`} />}
      {recover.error !== null && <ErrorNote error={recover.error} />}
      <div className={styles.actions}>
        <Button kind="primary" type="submit" isDisabled={missing !== ''} busy={recover.busy}>
          {recover.busy ? t`Opening…` : t`Set the passphrase and open`}
        </Button>
        <Button onPress={onBack} isDisabled={recover.busy}>{t`Back`}</Button>
        <span className={styles.missing} role="status">
          {recover.busy ? '' : missing}
        </span>
      </div>
    </form>
  )
}
