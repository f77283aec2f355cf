import { useLingui } from '@lingui/react/macro'

import { Select } from '../../components/Select.tsx'
import styles from './CaseList.module.css'
import type { ListSort } from './list-query.ts'
import { changeList } from './list-state.ts'

/** In which order the case files stand. What is found stands by how well it fits, unless another order is chosen. */
export function SortChoice({ searching, sort }: { searching: boolean; sort: ListSort }) {
  const { t } = useLingui()
  const orders: { value: ListSort; label: string }[] = [
    ...(searching ? [{ value: 'best', label: t`Best match` } as const] : []),
    { value: 'changed', label: t`Last changed` },
    { value: 'changed_first', label: t`Longest untouched` },
    { value: 'name', label: t`Name` },
    { value: 'arrested_first', label: t`Arrested longest ago` },
    { value: 'arrested_last', label: t`Arrested last` },
    { value: 'unsourced', label: t`Most unsourced` },
    { value: 'unknown_longest', label: t`Whereabouts longest unknown` },
    { value: 'reference', label: t`Reference` },
  ]
  const choose = (next: ListSort | null) => {
    if (searching) changeList({ foundSort: next ?? 'best' })
    else changeList({ sort: next === null || next === 'best' ? 'changed' : next })
  }
  return (
    <span className={styles.sort}>
      <Select label={t`Order`} labelHidden value={sort} options={orders} placeholder="" onChange={choose} />
    </span>
  )
}
