import { useLingui } from '@lingui/react/macro'

import type { CaseListRow } from '../../../electron/contract/index.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { Button } from '../../components/Button.tsx'
import { StatusMark } from '../../components/StatusMark.tsx'
import { useRowWords } from '../cases/use-row-words.ts'
import styles from './PersonPage.module.css'

/** The case files of a person, newest first, each with its state. */
export function PersonCases({ cases }: { cases: readonly CaseListRow[] }) {
  const { t } = useLingui()
  const { open } = useNavigation()
  const words = useRowWords()
  if (cases.length === 0) return <p className={styles.none}>{t`None outside the bin.`}</p>
  return (
    <ul>
      {cases.map((one) => (
        <li key={one.id} className={styles.case} onAuxClick={(event) => event.button === 1 && open(one.id, { newTab: true })}>
          <Button kind="quiet" onPress={(event) => open(one.id, { newTab: event.ctrlKey || event.metaKey })}>
            <span className={styles.reference}>{one.reference}</span>
          </Button>
          <StatusMark group={one.statusGroup} />
          <span className={styles.about}>
            {words.status(one)}
            {one.place !== null && (
              <>
                {' · '}
                <bdi>{one.place}</bdi>
              </>
            )}
          </span>
          <span className={styles.days}>{words.daysSpoken(one.daysHeld)}</span>
        </li>
      ))}
    </ul>
  )
}
