import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'

import type { CallOutput } from '../../../electron/contract/index.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { changeList, type ListState } from '../cases/list-state.ts'
import { useRowWords } from '../cases/use-row-words.ts'
import { useDaysWords } from '../case/use-days-words.ts'
import { GuideLink } from '../guide/GuideLink.tsx'
import { BackupNag } from './BackupNag.tsx'
import { DraftsPart } from './DraftsPart.tsx'
import styles from './Home.module.css'
import { Part } from './Part.tsx'
import { HomeRow, RowList } from './RowList.tsx'

export type Overview = CallOutput<'home.overview'>

/** From how many days without a change a case file counts as stale. */
export const staleDays = 30
/** Rows of each part; the list shows all of them. */
export const rowsShown = 6
const day = 86_400_000

type Props = { overview: Overview }

/** What needs attention, in the order in which it presses. */
export function Attention({ overview }: Props) {
  const { t, i18n } = useLingui()
  const { open, goTo } = useNavigation()
  const words = useRowWords()
  const { count } = useDaysWords()
  const [now] = useState(() => Date.now())

  const showAll = (state: Pick<ListState, 'filter' | 'sort'>) => () => {
    changeList({ query: '', ...state })
    goTo('cases')
  }
  const { whereaboutsUnknown, stale, unsourced } = overview
  const statements = i18n.number(unsourced.statements)
  return (
    <section className={styles.column} aria-labelledby="home-attention">
      <h2 className={styles.heading} id="home-attention">{t`Needs attention`}</h2>
      <BackupNag />
      <DraftsPart when="any" />
      <Part
        title={t`Whereabouts unknown`}
        count={whereaboutsUnknown.total}
        well={t`Everybody’s whereabouts are known`}
        all={{
          run: showAll({ filter: { whereaboutsUnknown: true }, sort: 'unknown_longest' }),
          shown: whereaboutsUnknown.cases.length,
        }}
        aside={<GuideLink chapter="whereabouts" />}
      >
        <RowList>
          {whereaboutsUnknown.cases.map((row) => (
            <HomeRow
              key={row.id}
              onOpen={() => open(row.id)}
              name={<bdi>{row.name}</bdi>}
              about={
                row.place === null ? (
                  words.status(row)
                ) : (
                  <>
                    {words.status(row)}
                    {'\u00a0· '}
                    {t`last known:`} <bdi>{row.place}</bdi>
                  </>
                )
              }
              figure={
                row.unknownFor === null
                  ? t`unknown, nobody can say since when`
                  : t`unknown for ${count(row.unknownFor, row.unknownFor.about)}`
              }
              tone="unknown"
            />
          ))}
        </RowList>
      </Part>
      <Part
        title={t`Untouched for 30 days`}
        count={stale.total}
        well={t`Every open case file was worked on in the last 30 days`}
        all={{
          run: showAll({ filter: { statusGroups: ['held', 'unknown'], staleDays }, sort: 'changed_first' }),
          shown: stale.cases.length,
        }}
      >
        <RowList>
          {stale.cases.map((row) => (
            <HomeRow
              key={row.id}
              onOpen={() => open(row.id)}
              name={<bdi>{row.name}</bdi>}
              about={words.status(row)}
              figure={t`${plural(Math.floor((now - row.changedAt) / day), { one: '# day', other: '# days' })} untouched`}
            />
          ))}
        </RowList>
      </Part>
      <Part
        title={t`Statements without a source`}
        count={unsourced.total}
        countWords={t`${statements} in ${plural(unsourced.total, { one: '# case file', other: '# case files' })}`}
        well={t`Every statement has a source`}
        all={{ run: showAll({ filter: { unsourced: true }, sort: 'unsourced' }), shown: unsourced.cases.length }}
        aside={<GuideLink chapter="grading" />}
      >
        <RowList>
          {unsourced.cases.map((row) => (
            <HomeRow
              key={row.id}
              onOpen={() => open(row.id)}
              name={<bdi>{row.name}</bdi>}
              figure={t`${i18n.number(row.unsourced)} without a source`}
            />
          ))}
        </RowList>
      </Part>
      <DraftsPart when="none" />
    </section>
  )
}
