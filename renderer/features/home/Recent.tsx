import { useLingui } from '@lingui/react/macro'

import type { CaseListRow } from '../../../electron/contract/index.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { Button } from '../../components/Button.tsx'
import { CaseRow } from '../cases/CaseRow.tsx'
import { changeList } from '../cases/list-state.ts'
import { useRowWords } from '../cases/use-row-words.ts'
import styles from './Home.module.css'
import { RowList } from './RowList.tsx'

/** Case files that this caseworker changed last, as the list shows them. */
export function Recent({ rows }: { rows: readonly CaseListRow[] }) {
  const { t } = useLingui()
  const { open, goTo } = useNavigation()
  const words = useRowWords()
  const toList = () => {
    changeList({ query: '', filter: {}, sort: 'changed' })
    goTo('cases')
  }
  return (
    <section className={styles.part} aria-labelledby="home-recent">
      <div className={styles.partHead}>
        <h2 className={styles.heading} id="home-recent">{t`Recent work`}</h2>
        <Button kind="quiet" onPress={toList}>{t`All case files`}</Button>
      </div>
      {rows.length === 0 ? (
        <p className={styles.none}>{t`You have not changed a case file yet.`}</p>
      ) : (
        <RowList>
          {rows.map((row) => (
            <li key={row.id}>
              <button type="button" className={styles.listRow} onClick={() => open(row.id)}>
                <CaseRow row={{ ...row, snippets: [] }} words={words} />
              </button>
            </li>
          ))}
        </RowList>
      )}
    </section>
  )
}
