import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'

import { useNavigation } from '../../app/navigation.tsx'
import { useCall } from '../../api/hooks.ts'
import { useCanWrite } from '../../api/use-can-write.ts'
import { Button } from '../../components/Button.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { FirstCheck } from '../computer/FirstCheck.tsx'
import { useToday } from '../cases/use-today.ts'
import { Fingerprint } from '../settings/Fingerprint.tsx'
import { Attention, rowsShown, staleDays } from './Attention.tsx'
import { DraftsPart } from './DraftsPart.tsx'
import { FirstSteps } from './FirstSteps.tsx'
import { Groups } from './Groups.tsx'
import { HeldOverTime } from './held/HeldOverTime.tsx'
import styles from './Home.module.css'
import { LastBackup } from './LastBackup.tsx'
import { Recent } from './Recent.tsx'
import { useFirstSteps } from './use-first-steps.ts'

/** Where one lands after unlocking: what needs attention, what was worked on, and how the vault was left. */
export function HomeView() {
  const { t, i18n } = useLingui()
  const { newCase } = useNavigation()
  const canWrite = useCanWrite()
  const today = useToday()
  const info = useCall('vault.info', {})
  const { data: overview, error } = useCall('home.overview', { today, staleDays, limit: rowsShown }, { keepPrevious: true })
  const steps = useFirstSteps()
  if (info.data === undefined) return info.error === null ? null : <ErrorNote error={info.error.failure} />
  const people = i18n.number(overview?.people ?? 0)
  const files = i18n.number(overview?.caseFiles ?? 0)
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <div>
          <h1 className={styles.title}>
            <bdi>{info.data.title}</bdi>
          </h1>
          <p className={styles.who}>
            {/* Set apart, so that a name and a number that run against one another keep their places. */}
            <bdi>{t`Open as ${info.data.caseworker.name}`}</bdi>
            {overview !== undefined && overview.caseFiles > 0 && (
              <>
                {' · '}
                <bdi>{t`${plural(overview.caseFiles, { one: `${files} case file`, other: `${files} case files` })} about ${plural(overview.people, { one: `${people} person`, other: `${people} people` })}`}</bdi>
              </>
            )}
          </p>
          <section className={styles.last} aria-labelledby="home-last">
            <h2 className={styles.lastHeading} id="home-last">{t`Last change`}</h2>
            <Fingerprint fingerprint={info.data.fingerprint} />
            <p className={styles.hint}>{t`If this is not where you left off, somebody may have put back an older copy of the vault.`}</p>
            <LastBackup />
          </section>
        </div>
        {canWrite && overview !== undefined && overview.caseFiles > 0 && <Button kind="primary" onPress={newCase}>{t`New case`}</Button>}
      </header>
      {overview !== undefined && overview.caseFiles > 0 && <Groups groups={overview.groups} />}
      {error !== null && <ErrorNote error={error.failure} />}
      <FirstCheck />
      {canWrite && steps?.shown === true && <FirstSteps steps={steps} caseId={overview?.recent[0]?.id ?? null} />}
      {overview !== undefined && overview.caseFiles > 0 ? (
        <div className={styles.columns}>
          <Attention overview={overview} />
          <div className={styles.column}>
            <Recent rows={overview.recent} />
            <HeldOverTime />
          </div>
        </div>
      ) : (
        overview !== undefined && (
          <div className={styles.narrow}>
            {canWrite && steps !== undefined && !steps.shown && <Button kind="primary" onPress={newCase}>{t`New case`}</Button>}
            <DraftsPart when="any" />
          </div>
        )
      )}
    </div>
  )
}
