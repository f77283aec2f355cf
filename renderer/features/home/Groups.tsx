import { useLingui } from '@lingui/react/macro'

import { useNavigation } from '../../app/navigation.tsx'
import { StatusMark } from '../../components/StatusMark.tsx'
import { changeList } from '../cases/list-state.ts'
import type { Overview } from './Attention.tsx'
import styles from './Home.module.css'

const groups = ['held', 'unknown', 'free', 'ended'] as const

/** How many case files there are of each custody group; each number leads to them. */
export function Groups({ groups: counts }: { groups: Overview['groups'] }) {
  const { t, i18n } = useLingui()
  const { goTo } = useNavigation()
  const words = {
    held: t`Held`,
    unknown: t({ context: 'filter', message: 'Unknown' }),
    free: t`Released`,
    ended: t({ context: 'filter', message: 'Ended' }),
  }
  return (
    <ul className={styles.groups} aria-label={t`Case files by custody status`}>
      {/* The chart beneath counts people, by what the dates allow: these are case files, by what is written in them. */}
      <li className={styles.counted} aria-hidden>{t`Case files`}</li>
      {groups.map((group) => (
        <li key={group}>
          <button
            type="button"
            className={styles.group}
            onClick={() => {
              changeList({ query: '', filter: { statusGroups: [group] }, sort: 'changed' })
              goTo('cases')
            }}
          >
            <StatusMark group={group} />
            <span>{words[group]}</span>
            <b>{i18n.number(counts[group])}</b>
          </button>
        </li>
      ))}
    </ul>
  )
}
