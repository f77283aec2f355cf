import { useLingui } from '@lingui/react/macro'
import { useDeferredValue } from 'react'

import { useNavigation } from '../../app/navigation.tsx'
import { useCall } from '../../api/hooks.ts'
import { Button } from '../../components/Button.tsx'
import { Panel } from '../../components/Panel.tsx'
import { TextField } from '../../components/TextField.tsx'
import { useLanguage } from '../../i18n/use-language.ts'
import { useTerms } from '../case/use-terms.ts'
import styles from './IntakeSide.module.css'
import type { IntakeForm } from './intake-form.ts'
import { matchWords } from './match-words.ts'

type Props = { form: IntakeForm; change: (part: Partial<IntakeForm>) => void }

/** Beside the questions: who may be on file already, what to ask before the call ends, and room for anything else. */
export function IntakeSide({ form, change }: Props) {
  const { t } = useLingui()
  return (
    <aside className={styles.side} aria-label={t`Beside the questions`}>
      {form.person === null && <PossibleDuplicates form={form} change={change} />}
      <Panel title={t`Ask before the call ends`}>
        <ul className={styles.asks}>
          <li>{t`A number to call back, and when`}</li>
          <li>{t`Illness or medicine`}</li>
          <li>{t`May we share this, and with whom?`}</li>
          <li>{t`Other people taken`}</li>
        </ul>
      </Panel>
      <TextField
        label={t`Notes of the call`}
        value={form.notes}
        rows={7}
        placeholder={t`type freely; nothing here is lost`}
        onChange={(notes) => change({ notes })}
        maxLength={20_000}
      />
    </aside>
  )
}

function PossibleDuplicates({ form, change }: Props) {
  const { t, i18n } = useLingui()
  const { open } = useNavigation()
  const { termLabel } = useTerms(useLanguage())
  const name = useDeferredValue(form.name.trim()).slice(0, 300)
  const birth = useDeferredValue(form.birth.trim()).slice(0, 200)
  const { data } = useCall(
    'persons.possibleDuplicates',
    { name, ...(birth !== '' && { birth }) },
    { enabled: name.length > 1, keepPrevious: true, fleeting: true },
  )
  const candidates = name.length > 1 ? (data?.candidates ?? []).filter(({ personId }) => !form.notTheSame.includes(personId)) : []
  return (
    <Panel title={t`Possibly the same person`}>
      <div role="status" className={styles.candidates}>
        {candidates.length === 0 && (
          <p className={styles.nobody}>
            {name.length > 1
              ? t`Nobody on file has a name like this.`
              : t`As soon as you type a name, people on file with a name like it show up here.`}
          </p>
        )}
        {candidates.map((candidate) => (
          <article key={candidate.personId} className={styles.candidate}>
            <bdi className={styles.name}>{candidate.name}</bdi>
            {candidate.matchedName !== candidate.name && <bdi className={styles.about}>{candidate.matchedName}</bdi>}
            <span className={styles.about}>
              {[candidate.birth === null ? '' : t`b. ${candidate.birth}`, candidate.birthPlace ?? '', candidate.distinguishing ?? '']
                .filter((part) => part !== '')
                .join(' · ')}
            </span>
            {candidate.cases.map((one) => (
              <span key={one.id} className={styles.about}>
                <Button kind="quiet" onPress={() => open(one.id)}>
                  <span className={styles.reference}>{one.reference}</span>
                </Button>
                {termLabel('custody_status', one.status) ?? ''}
              </span>
            ))}
            <span className={styles.why}>
              {candidate.why
                .map((code) => matchWords[code])
                .flatMap((words) => (words === undefined ? [] : [i18n._(words)]))
                .join(', ')}
            </span>
            <span className={styles.actions}>
              <Button
                kind="quiet"
                onPress={() => change({ person: { id: candidate.personId, name: candidate.name } })}
              >{t`Same person, new detention`}</Button>
              <Button
                kind="quiet"
                onPress={() => change({ notTheSame: [...form.notTheSame, candidate.personId] })}
              >{t`Not the same`}</Button>
            </span>
          </article>
        ))}
      </div>
    </Panel>
  )
}
