import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'

import { useNavigation } from '../../app/navigation.tsx'
import { useCall } from '../../api/hooks.ts'
import { useCanWrite } from '../../api/use-can-write.ts'
import { Button } from '../../components/Button.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import type { CaseQuestion } from './case-question.ts'
import styles from './CaseList.module.css'
import { activeOf, isFiltered, without } from './list-query.ts'
import { changeList } from './list-state.ts'
import { useFacets } from './use-facets.ts'
import { useFilterWords } from './use-filter-words.ts'
import { shorterQueries } from './shorter-queries.ts'

type Props = { question: CaseQuestion }

/** What stands in the way of a search that found nothing, and the one key that takes it away. */
export function NothingFound({ question }: Props) {
  const { t } = useLingui()
  const { newCase } = useNavigation()
  const canWrite = useCanWrite()
  const filtered = isFiltered(question.filter)
  if (question.query === '' && !filtered) {
    return (
      <EmptyState
        title={t`No case files yet`}
        {...(canWrite && { actions: <Button kind="primary" onPress={newCase}>{t`New case`}</Button> })}
      >
        {t`A name or a description is enough to begin one. Everything else can be added later.`}
      </EmptyState>
    )
  }
  return (
    <EmptyState title={t`Nothing found`}>
      <div className={styles.ways}>
        {question.query !== '' && (
          <p>{t`Try fewer letters or another spelling. Accents and alphabets make no difference; case files in the bin aren’t searched.`}</p>
        )}
        {filtered && <FilterWays question={question} />}
        {question.query !== '' && <WordWays question={question} />}
      </div>
    </EmptyState>
  )
}

/** How many there would be without the filters, and without each of them. */
function FilterWays({ question }: Props) {
  const { t } = useLingui()
  const { query, filter, today } = question
  const words = useFilterWords(useFacets(question, true).facets)
  const active = activeOf(filter)
  return (
    <>
      <Way query={query} filter={{}} today={today} always onTake={() => changeList({ filter: {} })}>
        {active.length === 1 ? t`Take off the filter` : t`Take off all filters`}
      </Way>
      {active.length > 1 &&
        active.map((one) => {
          const { kind, value } = words.active(one)
          const said = kind === '' ? value : `${kind}: ${value}`
          const next = without(filter, one)
          return (
            <Way key={said} query={query} filter={next} today={today} onTake={() => changeList({ filter: next })}>
              {t`Without “${said}”`}
            </Way>
          )
        })}
    </>
  )
}

/** How many there would be with a word less, or with a word's last letters left out. */
function WordWays({ question }: Props) {
  const { t } = useLingui()
  const { query, filter, today } = question
  return (
    <>
      {shorterQueries(query).map((shorter) => (
        <Way key={shorter} query={shorter} filter={filter} today={today} onTake={() => changeList({ query: shorter })}>
          {t`Search “${shorter}”`}
        </Way>
      ))}
      <div className={styles.clear}>
        <Button
          kind="quiet"
          onPress={(event) => {
            focusRows(event.target)
            changeList({ query: '' })
          }}
        >{t`Clear the search`}</Button>
      </div>
    </>
  )
}

type WayProps = Omit<CaseQuestion, 'sort'> & { always?: boolean; onTake: () => void; children: string }

/** One way out with how many case files it leads to; none where it leads to nothing. */
function Way({ query, filter, today, always = false, onTake, children }: WayProps) {
  const { t, i18n } = useLingui()
  const found = useCall('search.cases', { query, filter, today, limit: 1, snippets: 0 }, { enabled: query !== '' }).data?.total
  const listed = useCall('cases.list', { filter, today, limit: 1 }, { enabled: query === '' }).data?.total
  const total = (query === '' ? listed : found) ?? 0
  if (total === 0 && !always) return null
  const number = i18n.number(total)
  return (
    <div>
      <Button
        onPress={(event) => {
          focusRows(event.target)
          onTake()
        }}
      >
        <bdi>{children}</bdi>
        <span className={styles.leads}>{t`${plural(total, { one: `${number} case file`, other: `${number} case files` })}`}</span>
      </Button>
    </div>
  )
}

/** What was pressed goes with what it stood for; the list that takes its place has the focus. */
const focusRows = (pressed: Element): void => pressed.closest<HTMLElement>('[data-rows]')?.focus()
