import { useLingui } from '@lingui/react/macro'
import { Check } from 'lucide-react'
import { useState } from 'react'
import { Input, ListBox, ListBoxItem, SearchField } from 'react-aria-components'

import { foldText } from '../../../electron/domain/fold.ts'
import styles from './FilterPanel.module.css'

export type FacetChoice = { value: string; label: string; count: number }

type Props = {
  label: string
  choices: readonly FacetChoice[]
  chosen: readonly string[]
  /** The name of a chosen value that no case file has any more. */
  labelOf: (value: string) => string
  /** Several may be chosen at once. */
  several?: boolean
  /** Unfolded from the start. */
  open?: boolean
  onChange: (values: string[]) => void
}

/** From so many values on, they can be searched through. */
const long = 8

/** One kind of filter: its values with how many case files each would leave. */
export function Facet({ label, choices, chosen, labelOf, several = false, open = false, onChange }: Props) {
  const { t, i18n } = useLingui()
  const [wanted, setWanted] = useState('')
  // Folded and unfolded by hand from then on: what is chosen inside must not close it over the focus.
  const [unfolded] = useState(open || chosen.length > 0)
  const gone = chosen.filter((value) => !choices.some((choice) => choice.value === value))
  const all = [...gone.map((value) => ({ value, label: labelOf(value), count: 0 })), ...choices]
  const folded = foldText(wanted).trim()
  const seen = folded === '' ? all : all.filter((choice) => foldText(choice.label).includes(folded))
  if (all.length === 0) return null
  return (
    <details className={styles.facet} open={unfolded}>
      <summary className={styles.summary}>
        {label}
        {chosen.length > 0 && <span className={styles.many}>{t`${i18n.number(chosen.length)} on`}</span>}
      </summary>
      {all.length > long && (
        <SearchField className={styles.search} aria-label={t`Search in: ${label}`} value={wanted} onChange={setWanted} autoComplete="off">
          <Input className={styles.input} placeholder={t`Search`} {...(wanted !== '' && { dir: 'auto' })} />
        </SearchField>
      )}
      <ListBox
        className={styles.choices}
        aria-label={label}
        selectionMode={several ? 'multiple' : 'single'}
        selectionBehavior="toggle"
        escapeKeyBehavior="none"
        selectedKeys={[...chosen]}
        onSelectionChange={(keys) => onChange(keys === 'all' ? all.map(({ value }) => value) : [...keys].map(String))}
        renderEmptyState={() => <p className={styles.none}>{t`Nothing of this name`}</p>}
      >
        {seen.map((choice) => (
          <ListBoxItem
            key={choice.value}
            id={choice.value}
            textValue={choice.label}
            aria-label={`${choice.label} ${i18n.number(choice.count)}`}
            className={styles.choice}
          >
            <Check className={styles.check} size={14} aria-hidden />
            <bdi className={styles.name}>{choice.label}</bdi> <span className={styles.number}>{i18n.number(choice.count)}</span>
          </ListBoxItem>
        ))}
      </ListBox>
    </details>
  )
}
