import { useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, type FormEvent } from 'react'

import { call } from '../../api/client.ts'
import { keyOf, useCommand } from '../../api/hooks.ts'
import { Button } from '../../components/Button.tsx'
import { Checkbox } from '../../components/Checkbox.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { TextField } from '../../components/TextField.tsx'
import { useLanguage } from '../../i18n/use-language.ts'
import { wantFirstCheck } from '../computer/first-check.ts'
import styles from './CreateVault.module.css'
import type { ChosenPlace } from './LockScreen.tsx'
import { NewPassphrase } from './NewPassphrase.tsx'
import { PassphraseField } from './PassphraseField.tsx'
import { SharedFolderNote } from './SharedFolderNote.tsx'
import { WorkProgress } from './WorkProgress.tsx'

type Props = { /** For looking around: all but the place is filled in. */ examples: boolean; onBack: () => void }

/** A new vault: what it is called, who works in it, where it stands, and what opens it. */
export function CreateVault({ examples, onBack }: Props) {
  const { t } = useLingui()
  const cache = useQueryClient()
  const language = useLanguage()
  const [title, setTitle] = useState(() => (examples ? t`Invented case files` : ''))
  const [name, setName] = useState(() => (examples ? t`Visitor` : ''))
  const [place, setPlace] = useState<ChosenPlace | null>(null)
  const [passphrase, setPassphrase] = useState('')
  const [typedAgain, setRepeated] = useState('')
  const [demonstration, setDemonstration] = useState(examples)
  const choose = useCommand('app.chooseNewVault')
  const create = useCommand('vault.create')

  // Words that were made up by the program and stand there in full need not be typed to be known.
  const repeated = examples ? passphrase : typedAgain
  useEffect(() => {
    if (!examples) return
    void call('vault.suggestPassphrase', { language }).then((answer) => answer.ok && setPassphrase(answer.value.passphrase))
  }, [examples, language])

  const missing =
    title.trim() === ''
      ? t`Give the vault a title.`
      : name.trim() === ''
        ? t`Write your name.`
        : place === null
          ? t`Choose a place for its folder.`
          : passphrase === ''
            ? t`Choose a passphrase.`
            : passphrase !== repeated
              ? t`Type the passphrase a second time.`
              : ''

  const choosePlace = async () => {
    const answer = await choose.run({ suggestedName: '' })
    if (answer.ok && answer.value !== null) setPlace(answer.value)
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (missing !== '' || place === null || create.busy) return
    const answer = await create.run({
      place: place.place,
      title: title.trim(),
      caseworkerName: name.trim(),
      passphrase,
      language,
      demonstration,
    })
    if (!answer.ok) return
    setPassphrase('')
    setRepeated('')
    if (!examples) wantFirstCheck()
    await cache.invalidateQueries({ queryKey: keyOf('app.state', {}) })
  }

  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      <p className={styles.lead}>
        {examples
          ? t`A vault of its own with invented people and one case from public facts. Throw its folder away when you have seen enough.`
          : t`A new vault is a folder of encrypted files. Only its passphrase opens it; nobody can reset it.`}
      </p>
      <TextField
        label={t`Title of the vault`}
        value={title}
        onChange={setTitle}
        large
        autoFocus={!examples}
        maxLength={120}
        placeholder={t`the office, the team or the project`}
      />
      <TextField
        label={t`Your name`}
        value={name}
        onChange={setName}
        large
        maxLength={120}
        said={t`Stands beside each change that you make.`}
      />
      <div className={styles.folder}>
        <span className={styles.folderLabel} aria-hidden>{t`Folder of the vault`}</span>
        <div className={styles.place}>
          <span className={styles.placeName}>{place === null ? t`No place chosen yet` : <bdi translate="no">{place.name}</bdi>}</span>
          <Button onPress={() => void choosePlace()} autoFocus={examples}>
            {place === null ? t`Choose a place…` : t`Change…`}
          </Button>
          <span className={styles.hint}>{t`Anyone can read the folder’s name: choose one that tells nothing.`}</span>
        </div>
      </div>
      <SharedFolderNote shared={place?.shared ?? null} />
      {choose.error !== null && choose.error.code !== 'cancelled' && <ErrorNote error={choose.error} />}
      {examples ? (
        <PassphraseField
          key={passphrase === '' ? 'none' : 'made'}
          label={t`Passphrase`}
          value={passphrase}
          onChange={setPassphrase}
          said={t`Made for this vault. Write it down only if you want to come back.`}
          shown
        />
      ) : (
        <>
          <p className={styles.forgotten}>
            <strong>{t`If it is forgotten, all of it is lost.`}</strong>{' '}
            {t`Nobody can open the vault without it: not your office, not the makers of Habeas. Write it on paper and keep that away from this computer.`}{' '}
            {t`Once the vault is open, make a recovery code or cards as well.`}
          </p>
          <NewPassphrase value={passphrase} repeated={repeated} related={[title, name]} onChange={setPassphrase} onRepeat={setRepeated} />
          <Checkbox selected={demonstration} onChange={setDemonstration}>
            {t`Fill it with examples to try things out`}
          </Checkbox>
        </>
      )}
      {create.error !== null && <ErrorNote error={create.error} />}
      {create.busy && <WorkProgress work="create" words={t`Making the key from the passphrase. It is slow on purpose: so is guessing.`} />}
      <div className={styles.actions}>
        <Button kind="primary" type="submit" isDisabled={missing !== ''} busy={create.busy}>
          {create.busy ? t`Making the vault…` : t`Make the vault`}
        </Button>
        <Button onPress={onBack}>{t`Back`}</Button>
        <span className={styles.missing} role="status">
          {create.busy ? '' : missing}
        </span>
      </div>
    </form>
  )
}
