import { useLingui } from '@lingui/react/macro'
import { useDeferredValue } from 'react'
import { Toolbar } from 'react-aria-components'

import { useNavigation } from '../../app/navigation.tsx'
import type { CallOutput } from '../../../electron/contract/index.ts'
import { useCall } from '../../api/hooks.ts'
import { Button } from '../../components/Button.tsx'
import { Kbd } from '../../components/Kbd.tsx'
import { Panel } from '../../components/Panel.tsx'
import { joined } from '../../i18n/lists.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { useTerms } from '../case/use-terms.ts'
import styles from './IntakeSide.module.css'
import { focusCandidates, focusName, focusQuestion } from './intake-focus.ts'
import type { IntakeForm } from './intake-form.ts'
import { matchWords } from './match-words.ts'

type Props = {
  form: IntakeForm
  change: (part: Partial<IntakeForm>) => void
  /** The case is on its way into the vault. */
  entering: boolean
  /** Whether a person is the one who was just entered from this form. */
  isOwn: (personId: string) => boolean
}
type Candidate = CallOutput<'persons.possibleDuplicates'>['candidates'][number]

/** Who is on file already with a name like this, and why they may be the same. */
export function PossibleDuplicates({ form, change, entering, isOwn }: Props) {
  const { t } = useLingui()
  const name = useDeferredValue(form.name.trim()).slice(0, 300)
  const birth = useDeferredValue(form.birth.trim()).slice(0, 200)
  const { data } = useCall(
    'persons.possibleDuplicates',
    { name, ...(birth !== '' && { birth }) },
    // While the person is being entered, a fresh answer would name that very person as somebody like it.
    { enabled: name.length > 1 && !entering, keepPrevious: true, fleeting: true },
  )
  const others = (data?.candidates ?? []).filter(({ personId }) => !form.notTheSame.includes(personId) && !isOwn(personId))
  const candidates = name.length > 1 ? others : []
  const somebodyElse = ({ personId }: Candidate) => {
    change({ notTheSame: [...form.notTheSame, personId] })
    // The card goes; the focus stays among the others, or goes back to the name.
    requestAnimationFrame(() => {
      if (!focusCandidates()) focusName()
    })
  }
  return (
    <Panel
      title={t`Possibly the same person`}
      // The way here from the name, for whoever types.
      tools={
        candidates.length > 0 && (
          <span aria-hidden>
            <Kbd keys="Alt+Down" />
          </span>
        )
      }
    >
      <div role="status" className={styles.nobody}>
        {name.length < 2
          ? t`As soon as you type a name, people on file with a name like it show up here.`
          : candidates.length === 0
            ? t`Nobody on file has a name like this.`
            : ''}
      </div>
      {candidates.length > 0 && (
        <Toolbar className={styles.candidates} orientation="vertical" aria-label={t`Possibly the same person`} data-candidates="">
          {candidates.map((candidate) => (
            <CandidateCard
              key={candidate.personId}
              candidate={candidate}
              onSame={() => {
                change({ person: { id: candidate.personId, name: candidate.name } })
                requestAnimationFrame(() => focusQuestion('arrest'))
              }}
              onOther={() => somebodyElse(candidate)}
              onLeave={focusName}
            />
          ))}
        </Toolbar>
      )}
    </Panel>
  )
}

type CardProps = { candidate: Candidate; onSame: () => void; onOther: () => void; onLeave: () => void }

function CandidateCard({ candidate, onSame, onOther, onLeave }: CardProps) {
  const { t, i18n } = useLingui()
  const { open } = useNavigation()
  const language = useLanguage()
  const { termLabel } = useTerms(language)
  const { name, matchedName, birth, birthPlace, distinguishing } = candidate
  const why = joined(
    language,
    candidate.why.map((code) => matchWords[code]).flatMap((words) => (words === undefined ? [] : [i18n._(words)])),
  )
  return (
    <article
      className={styles.candidate}
      aria-label={name}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' && !(event.altKey && event.key === 'ArrowUp')) return
        event.preventDefault()
        onLeave()
      }}
    >
      <bdi className={styles.name}>{name}</bdi>
      {matchedName !== name && <bdi className={styles.about}>{matchedName}</bdi>}
      <span className={styles.about}>
        {[birth === null ? '' : t`b. ${birth}`, birthPlace ?? '', distinguishing ?? '']
          .filter((part) => part !== '')
          .map((part, at) => (
            <span key={part}>
              {at > 0 && ' · '}
              <bdi>{part}</bdi>
            </span>
          ))}
      </span>
      <span className={styles.why}>{why}</span>
      {candidate.cases.map((one) => (
        <span key={one.id} className={styles.about}>
          <Button kind="quiet" onPress={() => open(one.id)}>
            <bdi className={styles.reference}>{one.reference}</bdi>
          </Button>
          {termLabel('custody_status', one.status) ?? ''}
        </span>
      ))}
      <span className={styles.actions}>
        <Button kind="quiet" data-same="" onPress={onSame}>{t`Same person, new detention`}</Button>
        <Button kind="quiet" onPress={onOther}>{t`Somebody else`}</Button>
      </span>
    </article>
  )
}
