import { Check } from 'lucide-react'
import { ListBox, ListBoxItem, Popover } from 'react-aria-components'

import styles from './OptionList.module.css'

type Item = { id: string; label: string }
type Props = { options: readonly Item[]; /** What the choice of nothing is called; without it there is none. */ none?: Item }

/** The options that open under React Aria's `Select`; the chosen one has a tick beside its colour. */
export function OptionList({ options, none }: Props) {
  return (
    <Popover className={styles.popover} placement="bottom start" offset={4}>
      <ListBox className={styles.list}>
        {options.map((option) => (
          <Option key={option.id} {...option} />
        ))}
        {none !== undefined && <Option {...none} empty />}
      </ListBox>
    </Popover>
  )
}

/** One option of a list; the chosen one has a tick beside its colour. */
export function Option({ id, label, empty = false }: Item & { empty?: boolean }) {
  return (
    <ListBoxItem id={id} textValue={label} className={styles.option} data-empty={empty || undefined}>
      {({ isSelected }) => (
        <>
          <span className={styles.words}>{label}</span>
          {isSelected && <Check className={styles.check} size={14} aria-hidden />}
        </>
      )}
    </ListBoxItem>
  )
}
