import { useLingui } from '@lingui/react/macro'
import { X } from 'lucide-react'
import { memo, useRef, type RefObject } from 'react'
import { Button, ToggleButton } from 'react-aria-components'

import type { CaseFilter } from '../../../electron/contract/index.ts'
import styles from './FilterChips.module.css'
import { FilterPanel } from './FilterPanel.tsx'
import { activeOf, isFiltered, toggleGroup, toggleStale, toggleUnsourced, without, type Active } from './list-query.ts'
import type { Facets } from './use-facets.ts'
import { useFilterWords } from './use-filter-words.ts'
import { useFittingChips } from './use-fitting-chips.ts'

type Props = {
  filter: CaseFilter
  facets: Facets | undefined
  /** The counts belong to the rows beneath. */
  current: boolean
  /** What the panel of all filters opens beside. */
  anchor: RefObject<HTMLElement | null>
  onChange: (filter: CaseFilter) => void
}
type Quick = { key: string; label: string; spoken: string; count: number | undefined; on: boolean; toggled: () => CaseFilter }

function Chips({ filter, facets, current, anchor, onChange }: Props) {
  const { t, i18n } = useLingui()
  const words = useFilterWords(facets)
  const row = useRef<HTMLDivElement>(null)
  const groupCount = (group: string) =>
    facets?.statusGroups.find((one) => one.group === group)?.count ?? (facets === undefined ? undefined : 0)
  const groups = (['held', 'unknown', 'free'] as const).map((group): Quick => ({
    key: group,
    label: words.group[group],
    spoken: words.group[group],
    count: groupCount(group),
    on: filter.statusGroups?.includes(group) ?? false,
    toggled: () => toggleGroup(filter, group),
  }))
  const quick: Quick[] = [
    ...groups,
    {
      key: 'unsourced',
      label: t`Unsourced`,
      spoken: t`Unsourced`,
      count: facets?.unsourced,
      on: filter.unsourced === true,
      toggled: () => toggleUnsourced(filter),
    },
    {
      key: 'stale',
      label: words.stale,
      spoken: words.staleSpoken,
      count: facets?.stale,
      on: filter.staleDays !== undefined,
      toggled: () => toggleStale(filter),
    },
  ]
  const inWords = quick.map(({ label, count }) => `${label} ${count ?? ''}`).join('\n')
  // What is filtered by beyond the chips has a row of its own, and the chips one less.
  const keyed = (one: Active) => (one.kind === 'group' ? one.value : one.kind)
  const rows = activeOf(filter).some((one) => !quick.some(({ key }) => key === keyed(one))) ? 1 : 2
  const fitting = useFittingChips(row, `${i18n.locale}\n${inWords}\n${isFiltered(filter)}`, rows)
  const shown = quick.slice(0, fitting)
  const others = activeOf(filter).filter((one) => !shown.some(({ key }) => key === keyed(one)))
  const numberOf = ({ count }: Quick) => (count === undefined ? '' : i18n.number(count))
  const body = (one: Quick) => (
    <>
      {one.label} <span className={styles.number}>{numberOf(one)}</span>
    </>
  )
  return (
    <div className={styles.filters} role="group" aria-label={t`Filters`} data-outdated={current ? undefined : ''}>
      <div className={styles.chips} ref={row}>
        {/* Drawn unseen to be measured: which of them fit is known only in the language and the font of the moment. */}
        <span className={styles.measured} aria-hidden>
          {quick.map((one) => (
            <span key={one.key} className={styles.chip} data-measured>
              {body(one)}
            </span>
          ))}
        </span>
        {shown.map((one) => (
          <ToggleButton
            key={one.key}
            className={styles.chip}
            isSelected={one.on}
            // Said as it reads, and in full where it reads shortened.
            {...(one.spoken !== one.label && { 'aria-label': `${one.label} ${numberOf(one)}: ${one.spoken}` })}
            onChange={() => onChange(one.toggled())}
          >
            {body(one)}
          </ToggleButton>
        ))}
        <FilterPanel filter={filter} facets={facets} current={current} anchor={anchor} onChange={onChange} />
        {isFiltered(filter) && (
          <Button
            className={styles.clear}
            data-always
            onPress={(event) => {
              focusLasting(event.target)
              onChange({})
            }}
          >{t`Clear all`}</Button>
        )}
      </div>
      {others.length > 0 && (
        <div className={styles.active}>
          {others.map((one) => (
            <ActiveChip key={JSON.stringify(one)} words={words.active(one)} onRemove={() => onChange(without(filter, one))} />
          ))}
        </div>
      )}
    </div>
  )
}

/** The filters used most as chips with their counts, all others behind one more, and what is filtered by now. */
export const FilterChips = memo(Chips)

function ActiveChip({ words, onRemove }: { words: ReturnType<ReturnType<typeof useFilterWords>['active']>; onRemove: () => void }) {
  const { t } = useLingui()
  const said = words.kind === '' ? words.value : `${words.kind}: ${words.value}`
  return (
    <Button
      className={styles.chip}
      data-active
      aria-label={t`Remove the filter “${said}”`}
      onPress={(event) => {
        focusNeighbour(event.target)
        onRemove()
      }}
    >
      <span className={styles.chosen}>
        {words.kind !== '' && `${words.kind}: `}
        <bdi>{words.value}</bdi>
      </span>
      <X size={12} aria-hidden />
    </Button>
  )
}

/** The chip goes: the focus goes on to the one after it, the one before, or to what is always there. */
function focusNeighbour(chip: Element): void {
  const next = chip.nextElementSibling ?? chip.previousElementSibling
  if (next instanceof HTMLElement) next.focus()
  else focusLasting(chip)
}

const focusLasting = (chip: Element): void => chip.closest('[role="group"]')?.querySelector<HTMLElement>('[data-always]')?.focus()
