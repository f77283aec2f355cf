import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { SlidersHorizontal } from 'lucide-react'
import type { RefObject } from 'react'
import { Button as AriaButton, Dialog, DialogTrigger, Heading } from 'react-aria-components'

import type { CaseFilter } from '../../../electron/contract/index.ts'
import { Button } from '../../components/Button.tsx'
import { ArrestFilter } from './ArrestFilter.tsx'
import { BesideList } from './BesideList.tsx'
import { Facet } from './Facet.tsx'
import chips from './FilterChips.module.css'
import styles from './FilterPanel.module.css'
import {
  activeOf,
  isFiltered,
  toggleStale,
  toggleUnsourced,
  toggleWhereaboutsUnknown,
  withGroups,
  withOne,
  withStatuses,
} from './list-query.ts'
import type { Facets } from './use-facets.ts'
import { useFilterWords } from './use-filter-words.ts'

type Props = { filter: CaseFilter; facets: Facets | undefined; current: boolean; onChange: (filter: CaseFilter) => void }

/** The chip behind which all filters are, with how many are on. */
export function FilterPanel({ anchor, ...props }: Props & { anchor: RefObject<HTMLElement | null> }) {
  const { t } = useLingui()
  const on = activeOf(props.filter).length
  return (
    <DialogTrigger>
      <AriaButton
        className={chips.chip}
        data-always
        aria-label={on === 0 ? t`More filters` : t`More filters, ${plural(on, { one: '# is on', other: '# are on' })}`}
      >
        <SlidersHorizontal size={12} aria-hidden />
        {t`More filters`}
        {on > 0 && <span className={chips.count}>{on}</span>}
      </AriaButton>
      <BesideList anchor={anchor}>
        <Dialog className={styles.dialog}>{({ close }) => <Panel {...props} close={close} />}</Dialog>
      </BesideList>
    </DialogTrigger>
  )
}

const groups = ['held', 'unknown', 'free', 'ended'] as const

function Panel({ filter, facets, current, onChange, close }: Props & { close: () => void }) {
  const { t, i18n } = useLingui()
  const words = useFilterWords(facets)
  const total = facets?.total ?? 0
  const number = i18n.number(total)
  const work = [
    { value: 'whereabouts', on: filter.whereaboutsUnknown === true, toggle: toggleWhereaboutsUnknown },
    { value: 'unsourced', on: filter.unsourced === true, toggle: toggleUnsourced },
    { value: 'stale', on: filter.staleDays !== undefined, toggle: toggleStale },
  ]
  const one = (
    key: 'place' | 'force' | 'caseworkerId' | 'tag',
    label: string,
    choices: { value: string; label: string; count: number }[],
  ) => (
    <Facet
      label={label}
      choices={choices}
      chosen={filter[key] === undefined ? [] : [filter[key]]}
      labelOf={(value) => (key === 'caseworkerId' ? words.active({ kind: key, value }).value : value)}
      onChange={([value]) => onChange(withOne(filter, key, value ?? null))}
    />
  )
  return (
    <>
      <Heading slot="title" className={styles.title}>{t`Filters`}</Heading>
      <div className={styles.facets} data-outdated={current ? undefined : ''}>
        <Facet
          label={t`Custody`}
          several
          open
          choices={groups.map((group) => ({
            value: group,
            label: words.group[group],
            count: facets?.statusGroups.find((entry) => entry.group === group)?.count ?? 0,
          }))}
          chosen={filter.statusGroups ?? []}
          labelOf={(value) => value}
          onChange={(values) =>
            onChange(
              withGroups(
                filter,
                groups.filter((group) => values.includes(group)),
              ),
            )
          }
        />
        <Facet
          label={t`Custody status`}
          several
          choices={(facets?.statuses ?? []).map(({ status, count }) => ({ value: status, label: words.status(status), count }))}
          chosen={filter.statuses ?? []}
          labelOf={words.status}
          onChange={(values) => onChange(withStatuses(filter, values))}
        />
        {one(
          'place',
          t`Place`,
          (facets?.places ?? []).map(({ place, count }) => ({ value: place, label: place, count })),
        )}
        {one(
          'force',
          t`Force`,
          (facets?.forces ?? []).map(({ force, count }) => ({ value: force, label: force, count })),
        )}
        <ArrestFilter filter={filter} years={facets?.arrestYears ?? []} onChange={onChange} />
        {one(
          'caseworkerId',
          t`Caseworker`,
          (facets?.caseworkers ?? []).map(({ id, name, count }) => ({ value: id, label: name, count })),
        )}
        {one(
          'tag',
          t`Tag`,
          (facets?.tags ?? []).map(({ tag, count }) => ({ value: tag, label: tag, count })),
        )}
        <Facet
          label={t`Needs work`}
          several
          open
          choices={[
            { value: 'whereabouts', label: t`Whereabouts unknown`, count: facets?.whereaboutsUnknown ?? 0 },
            { value: 'unsourced', label: t`Unsourced statements`, count: facets?.unsourced ?? 0 },
            { value: 'stale', label: words.staleSpoken, count: facets?.stale ?? 0 },
          ]}
          chosen={work.filter(({ on }) => on).map(({ value }) => value)}
          labelOf={(value) => value}
          onChange={(values) =>
            onChange(work.reduce((next, { value, on, toggle }) => (values.includes(value) === on ? next : toggle(next)), filter))
          }
        />
      </div>
      <footer className={styles.foot} data-outdated={current ? undefined : ''}>
        <span
          className={styles.total}
          role="status"
        >{t`${plural(total, { one: `${number} case file`, other: `${number} case files` })}`}</span>
        <span className={styles.tools}>
          <Button kind="quiet" isDisabled={!isFiltered(filter)} onPress={() => onChange({})}>{t`Clear all`}</Button>
          <Button onPress={close}>{t`Done`}</Button>
        </span>
      </footer>
    </>
  )
}
