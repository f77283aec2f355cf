import { useLingui } from '@lingui/react/macro'
import { FilePlus2 } from 'lucide-react'

import type { CallOutput } from '../../../electron/contract/index.ts'
import { describeDate } from '../../../electron/domain/describe-date.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { useCall, useCommand } from '../../api/hooks.ts'
import { announceDone } from '../../api/undo.ts'
import { Button } from '../../components/Button.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Panel } from '../../components/Panel.tsx'
import { isolated, joined } from '../../i18n/lists.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { fieldLabel } from '../case/field-labels.ts'
import { useToday } from '../cases/use-today.ts'
import { PersonCases } from './PersonCases.tsx'
import { PersonNames } from './PersonNames.tsx'
import styles from './PersonPage.module.css'

/** One person beside the list of people, or what to do where none is chosen. */
export function PersonPage({ personId }: { personId: string | null }) {
  return personId === null ? <NobodyOpen /> : <OpenedPerson key={personId} id={personId} />
}

function NobodyOpen() {
  const { t } = useLingui()
  const total = useCall('persons.list', { query: '', limit: 1, offset: 0 }).data?.total ?? 0
  return (
    <>
      <h1 className="visually-hidden">{t`People`}</h1>
      {/* Where there is nobody to choose the list says so. */}
      {total > 0 && (
        <EmptyState
          title={t`Choose a person`}
        >{t`Their names in every script, what tells them apart, and all their case files show up here.`}</EmptyState>
      )}
    </>
  )
}

type Person = CallOutput<'persons.get'>['person']

function OpenedPerson({ id }: { id: string }) {
  const { t } = useLingui()
  const today = useToday()
  const { open } = useNavigation()
  const { data, error } = useCall('persons.get', { id, today }, { keepPrevious: true })
  const create = useCommand('cases.create')
  if (error !== null)
    return (
      <div className={styles.page}>
        <ErrorNote error={error.failure} />
      </div>
    )
  if (data === undefined) return null
  const { person, names, cases } = data
  const title = person.name ?? [person.givenName, person.familyName].filter((part) => part !== null).join(' ')
  const shown = title === '' ? (names[0]?.name ?? t`Person without a name`) : title
  const newDetention = async () => {
    const answer = await create.run({ personId: id })
    if (!answer.ok) return
    announceDone(t`A new case file of ${shown} was begun.`)
    open(answer.value.id)
  }
  return (
    <article className={styles.page} aria-label={shown}>
      <header className={styles.head}>
        <h1 className={styles.title}>
          <bdi>{shown}</bdi>
        </h1>
        <Button
          icon={<FilePlus2 size={16} aria-hidden />}
          isDisabled={create.busy}
          onPress={() => void newDetention()}
        >{t`New detention of this person`}</Button>
      </header>
      {create.error !== null && <ErrorNote error={create.error} />}
      <Facts person={person} />
      <PersonNames shown={shown} names={names} />
      <Panel title={t`Case files`}>
        <PersonCases cases={cases} />
      </Panel>
    </article>
  )
}

/** What is known of the person and tells namesakes apart; nothing is made up for what isn't. */
function Facts({ person }: { person: Person }) {
  const { t, i18n } = useLingui()
  const language = useLanguage()
  const day = (date: Person['birth']) => (date === null ? null : describeDate(date.edtf, language))
  const facts = [
    ['birth', day(person.birth)],
    ['birthPlace', person.birthPlace],
    ['citizenships', joined(language, person.citizenships.map(isolated))],
    ['occupation', person.occupation],
    ['affiliation', person.affiliation],
    ['distinguishing', person.distinguishing],
    ['description', person.description],
    ['death', day(person.death)],
  ] as const
  const known = facts.filter(([, value]) => value !== null && value !== '')
  if (known.length === 0)
    return <p className={styles.none}>{t`Nothing but the name is on file. It is filled in where a case file is written.`}</p>
  return (
    <dl className={styles.facts}>
      {known.map(([field, value]) => (
        <div key={field}>
          <dt>{i18n._(fieldLabel('persons', field))}</dt>
          <dd>
            {/* Several run the page's way; each of them its own. */}
            {field === 'citizenships' ? value : <bdi>{value}</bdi>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
