import { useLingui } from '@lingui/react/macro'
import { ChevronDown } from 'lucide-react'
import { Button, Menu, MenuItem, MenuTrigger, Popover, ToggleButton } from 'react-aria-components'

import type { CaseFilter } from '../../../electron/contract/index.ts'
import { useCall } from '../../api/hooks.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { useTerms } from '../case/use-terms.ts'
import styles from './FilterChips.module.css'
import { toggleGroup, toggleUnsourced, withPlace, withStatus } from './list-query.ts'

type Props = { query: string; filter: CaseFilter; onChange: (filter: CaseFilter) => void }
type Choice = { value: string; label: string; count: number }

/** Filters with how many case files each would leave. */
export function FilterChips({ query, filter, onChange }: Props) {
  const { t, i18n } = useLingui()
  const { termLabel } = useTerms(useLanguage())
  const { data } = useCall('search.facets', { query, filter }, { keepPrevious: true })
  const groups = {
    held: t`Held`,
    unknown: t({ context: 'filter', message: 'Unknown' }),
    free: t`Released`,
    ended: t({ context: 'filter', message: 'Ended' }),
  }
  const shown = (['held', 'unknown', 'free', 'ended'] as const).filter(
    (group) =>
      group !== 'ended' ||
      (data?.statusGroups.find((one) => one.group === group)?.count ?? 0) > 0 ||
      filter.statusGroups?.includes(group) === true,
  )
  const countOf = (group: keyof typeof groups) => data?.statusGroups.find((one) => one.group === group)?.count
  const status = filter.statuses?.[0]
  return (
    <div className={styles.chips} role="group" aria-label={t`Filters`}>
      {shown.map((group) => (
        <ToggleButton
          key={group}
          className={styles.chip}
          isSelected={filter.statusGroups?.includes(group) ?? false}
          onChange={() => onChange(toggleGroup(filter, group))}
        >
          {groups[group]}
          <span className={styles.count}>{countOf(group) === undefined ? '' : i18n.number(countOf(group) ?? 0)}</span>
        </ToggleButton>
      ))}
      <ChipMenu
        label={t`Status`}
        none={t`Any status`}
        chosen={status === undefined ? null : (termLabel('custody_status', status) ?? status)}
        choices={(data?.statuses ?? []).map((one) => ({
          value: one.status,
          label: termLabel('custody_status', one.status) ?? one.status,
          count: one.count,
        }))}
        onChoose={(value) => onChange(withStatus(filter, value))}
      />
      <ChipMenu
        label={t`Place`}
        none={t`Any place`}
        chosen={filter.place ?? null}
        choices={(data?.places ?? []).map((one) => ({ value: one.place, label: one.place, count: one.count }))}
        onChoose={(value) => onChange(withPlace(filter, value))}
      />
      <ToggleButton className={styles.chip} isSelected={filter.unsourced ?? false} onChange={() => onChange(toggleUnsourced(filter))}>
        {t`Unsourced`}
        <span className={styles.count}>{data === undefined ? '' : i18n.number(data.unsourced)}</span>
      </ToggleButton>
    </div>
  )
}

function ChipMenu({
  label,
  none,
  chosen,
  choices,
  onChoose,
}: {
  label: string
  none: string
  chosen: string | null
  choices: readonly Choice[]
  onChoose: (value: string | null) => void
}) {
  const { i18n } = useLingui()
  return (
    <MenuTrigger>
      <Button
        className={styles.chip}
        data-selected={chosen === null ? undefined : true}
        aria-label={chosen === null ? label : `${label}: ${chosen}`}
      >
        <bdi className={styles.chosen}>{chosen ?? label}</bdi>
        <ChevronDown size={14} aria-hidden />
      </Button>
      <Popover className={styles.popover} placement="bottom start">
        <Menu className={styles.menu} aria-label={label} onAction={(key) => onChoose(key === '' ? null : String(key))}>
          {chosen !== null && (
            <MenuItem id="" textValue={none} className={styles.item}>
              {none}
            </MenuItem>
          )}
          {choices.map((choice) => (
            <MenuItem key={choice.value} id={choice.value} textValue={choice.label} className={styles.item}>
              <bdi>{choice.label}</bdi>
              <span className={styles.count}>{i18n.number(choice.count)}</span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
