import { useLingui } from '@lingui/react/macro'
import { Plus } from 'lucide-react'
import { useDeferredValue, useRef } from 'react'

import { useNavigation } from '../../app/navigation.tsx'
import { Button } from '../../components/Button.tsx'
import { Select } from '../../components/Select.tsx'
import styles from './CaseList.module.css'
import { CaseRows } from './CaseRows.tsx'
import { FilterChips } from './FilterChips.tsx'
import type { CaseSort } from './list-query.ts'
import { changeList, useListState } from './list-state.ts'
import { SearchField } from './SearchField.tsx'

/** The case files: found as one types, filtered, and walked through with the arrow keys. */
export function CaseList() {
  const { t } = useLingui()
  const { query, filter, sort } = useListState()
  const { newCase } = useNavigation()
  const rows = useRef<HTMLDivElement>(null)
  const asked = useDeferredValue(query.trim())
  const sorts: { value: CaseSort; label: string }[] = [
    { value: 'changed', label: t`Last changed` },
    { value: 'name', label: t`Name` },
    { value: 'arrested_first', label: t`Arrested longest ago` },
    { value: 'arrested_last', label: t`Arrested last` },
    { value: 'reference', label: t`Reference` },
  ]
  return (
    <>
      <header className={styles.head}>
        <SearchField
          label={t`Search case files`}
          value={query}
          onChange={(next) => changeList({ query: next })}
          onEnterList={() => rows.current?.focus()}
        />
        <FilterChips query={asked} filter={filter} onChange={(next) => changeList({ filter: next })} />
        <div className={styles.tools}>
          <Button kind="quiet" icon={<Plus size={16} aria-hidden />} onPress={newCase}>{t`New case`}</Button>
          {asked === '' && (
            <span className={styles.sort}>
              <Select
                label={t`Order`}
                labelHidden
                value={sort}
                options={sorts}
                placeholder=""
                onChange={(next) => changeList({ sort: next ?? 'changed' })}
              />
            </span>
          )}
        </div>
      </header>
      <CaseRows query={asked} filter={filter} sort={sort} ref={rows} />
    </>
  )
}
