import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useState, type FormEvent } from 'react'

import { call } from '../../api/client.ts'
import { useCall, useCommand } from '../../api/hooks.ts'
import { Button } from '../../components/Button.tsx'
import { Checkbox } from '../../components/Checkbox.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { TextField } from '../../components/TextField.tsx'
import type { ChosenPlace } from '../vault/LockScreen.tsx'
import { NewPassphrase } from '../vault/NewPassphrase.tsx'
import { WorkProgress } from '../vault/WorkProgress.tsx'
import { ChooseCases } from './ChooseCases.tsx'
import styles from './TravelForm.module.css'
import type { MadeCopy } from './TravelMade.tsx'

type Props = { onDone: (made: MadeCopy) => void; onCancel: () => void }

/** Which case files go along, where the copy stands and what opens it. */
export function TravelForm({ onDone, onCancel }: Props) {
  const { t } = useLingui()
  const info = useCall('vault.info', {})
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const caseIds = [...chosen]
  const preview = useCall('travel.preview', { caseIds }, { enabled: caseIds.length > 0, keepPrevious: true, fleeting: true })
  const [title, setTitle] = useState('')
  const [name, setName] = useState(info.data?.caseworker.name ?? '')
  const [place, setPlace] = useState<ChosenPlace | null>(null)
  const [passphrase, setPassphrase] = useState('')
  const [repeated, setRepeated] = useState('')
  const [leaveProtected, setLeaveProtected] = useState(true)
  const choose = useCommand('app.chooseNewVault')
  const make = useCommand('travel.make')
  const ready =
    caseIds.length > 0 && title.trim() !== '' && name.trim() !== '' && place !== null && passphrase !== '' && passphrase === repeated

  const choosePlace = async () => {
    const answer = await choose.run({ suggestedName: '' })
    if (answer.ok && answer.value !== null) setPlace(answer.value)
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!ready || place === null || make.busy) return
    const answer = await make.run({
      caseIds,
      place: place.place,
      title: title.trim(),
      caseworkerName: name.trim(),
      passphrase,
      leaveProtected,
    })
    if (answer.ok) onDone({ counts: answer.value, leftProtected: leaveProtected })
  }
  const { caseFiles, persons, sources, protectedSources } = preview.data ?? { caseFiles: 0, persons: 0, sources: 0, protectedSources: 0 }

  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      <ChooseCases chosen={chosen} onChange={setChosen} />
      <p role="status">
        {caseIds.length > 0 && preview.data !== undefined
          ? t`${plural(caseFiles, { one: '# case file', other: '# case files' })}, ${plural(persons, { one: '# person', other: '# people' })}, ${plural(sources, { one: '# source', other: '# sources' })} go along.`
          : t`Nothing chosen yet.`}
      </p>
      <Checkbox selected={leaveProtected} onChange={setLeaveProtected}>
        {protectedSources === 0
          ? t`Leave the identities of protected sources at home`
          : t`Leave the identities of protected sources at home (${protectedSources} here)`}
      </Checkbox>
      <TextField label={t`Title of the copy`} value={title} onChange={setTitle} maxLength={120} />
      <TextField label={t`Your name in the copy`} value={name} onChange={setName} maxLength={120} />
      <div className={styles.row}>
        <span>{place === null ? t`No place chosen yet` : <bdi translate="no">{place.name}</bdi>}</span>
        <Button onPress={() => void choosePlace()}>{place === null ? t`Choose a place…` : t`Change…`}</Button>
      </div>
      <NewPassphrase value={passphrase} repeated={repeated} related={[title, name]} onChange={setPassphrase} onRepeat={setRepeated} />
      {make.busy && (
        <>
          <WorkProgress work="travel" words={t`Writing the copy under its new key.`} />
          <div className={styles.row}>
            <Button onPress={() => void call('travel.cancel', {})}>{t`Stop`}</Button>
          </div>
        </>
      )}
      {make.error !== null && <ErrorNote error={make.error} />}
      <div className={styles.row}>
        <Button kind="primary" type="submit" isDisabled={!ready} busy={make.busy}>
          {make.busy ? t`Making the copy…` : t`Make the copy`}
        </Button>
        {/* Never where Stop was: a second press as the work ends would lose what was chosen. */}
        <Button isDisabled={make.busy} onPress={onCancel}>{t`Cancel`}</Button>
      </div>
    </form>
  )
}
