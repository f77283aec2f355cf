import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'

import type { CaseFilter } from '../../../electron/contract/index.ts'
import { isoOfDay } from '../../../electron/domain/days.ts'
import { shortDate } from '../../../electron/domain/describe-date.ts'
import { readTypedDate } from '../../../electron/domain/typed-date.ts'
import { TextField } from '../../components/TextField.tsx'
import { useLanguage } from '../../i18n/use-language.ts'
import { todayNumber } from '../case/today.ts'
import { Facet } from './Facet.tsx'
import styles from './FilterPanel.module.css'
import { arrestYearOf, withArrest, withArrestYear } from './list-query.ts'

type Props = { filter: CaseFilter; years: readonly { year: number; count: number }[]; onChange: (filter: CaseFilter) => void }
type Side = 'arrestedFrom' | 'arrestedTo'

/** When the arrest may have been: a year out of those on file, or days as one types them. */
export function ArrestFilter({ filter, years, onChange }: Props) {
  const { t } = useLingui()
  const year = arrestYearOf(filter)
  const [unfolded] = useState(year === null && (filter.arrestedFrom ?? filter.arrestedTo) !== undefined)
  return (
    <>
      <Facet
        label={t`Year of arrest`}
        choices={years.map((one) => ({ value: String(one.year), label: String(one.year), count: one.count }))}
        chosen={year === null ? [] : [String(year)]}
        labelOf={(value) => value}
        onChange={([value]) => onChange(withArrestYear(filter, value === undefined ? null : Number(value)))}
      />
      <details className={styles.facet} open={unfolded}>
        <summary className={styles.summary}>{t`Days of arrest`}</summary>
        <div className={styles.days}>
          <DayField
            label={t({ context: 'arrested', message: 'From' })}
            side="arrestedFrom"
            filter={filter}
            onDay={(day) => onChange(withArrest(filter, day, filter.arrestedTo ?? null))}
          />
          <DayField
            label={t({ context: 'arrested', message: 'Up to' })}
            side="arrestedTo"
            filter={filter}
            onDay={(day) => onChange(withArrest(filter, filter.arrestedFrom ?? null, day))}
          />
        </div>
      </details>
    </>
  )
}

/** Reads the days that people type; an uncertain one widens the search rather than narrowing it. */
function DayField({ label, side, filter, onDay }: { label: string; side: Side; filter: CaseFilter; onDay: (day: string | null) => void }) {
  const { t } = useLingui()
  const language = useLanguage()
  const now = filter[side] ?? null
  const [text, setText] = useState(now === null ? '' : shortDate(now, language))
  const read = text.trim() === '' ? null : readTypedDate(text, { language, today: todayNumber() })
  const edge = read?.ok === true ? (side === 'arrestedFrom' ? read.earliest : read.latest) : null
  const day = edge === null ? null : isoOfDay(edge)
  // What was chosen elsewhere (a year, a saved search) is said here too; what was typed here stays as it was typed.
  const [known, setKnown] = useState(now)
  if (known !== now) {
    setKnown(now)
    if (now !== day) setText(now === null ? '' : shortDate(now, language))
  }
  const take = () => {
    if (text.trim() === '' || day !== null) onDay(day)
  }
  return (
    <div onKeyDown={(event) => event.key === 'Enter' && take()}>
      <TextField
        label={label}
        value={text}
        onChange={setText}
        onBlur={() => day !== now && take()}
        maxLength={200}
        placeholder={t`e.g. March 2024`}
        {...(read !== null &&
          (day === null
            ? ({ said: t`not understood as a date yet`, tone: 'doubt' } as const)
            : ({ said: shortDate(day, language), tone: 'understood' } as const)))}
      />
    </div>
  )
}
