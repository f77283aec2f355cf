import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'

import { useCall } from '../../../api/hooks.ts'
import { Button } from '../../../components/Button.tsx'
import { useToday } from '../../cases/use-today.ts'
import styles from './HeldOverTime.module.css'
import { isWorthDrawing, monthlyDays, pointsSince, type HeldPoint } from './held-chart.ts'
import { HeldChart } from './HeldChart.tsx'
import { useHeldWords } from './use-held-words.ts'

/** How many people were held over the last two years: a drawing with its table, or a number where a number says it all. */
export function HeldOverTime() {
  const { t } = useLingui()
  const today = useToday()
  const [asTable, setAsTable] = useState(false)
  const { data } = useCall('statistics.heldOverTime', { days: monthlyDays(today), today }, { keepPrevious: true })
  if (data === undefined) return null
  const points = pointsSince(data.points, data.first)
  const drawn = isWorthDrawing(points)
  return (
    <section className={styles.part} aria-labelledby="held-over-time">
      <div className={styles.head}>
        <h2 className={styles.title} id="held-over-time">{t`People held`}</h2>
        {drawn && (
          <Button kind="quiet" onPress={() => setAsTable(!asTable)}>
            {asTable ? t`The same as a drawing` : t`The same as a table`}
          </Button>
        )}
      </div>
      {/* Before the figures: they differ from the number of case files above, and this says why. */}
      <p className={styles.note}>
        {t`Counted are people, not case files; from the least to the most that the dates allow.`}
        {data.undated > 0 && (
          <> {t`${plural(data.undated, { one: '# person more is', other: '# people more are' })} in custody without a date of arrest.`}</>
        )}
      </p>
      {drawn ? asTable ? <HeldTable points={points} /> : <HeldChart points={points} /> : <Figures point={data.points.at(-1)} />}
    </section>
  )
}

function Figures({ point }: { point: HeldPoint | undefined }) {
  const { t } = useLingui()
  const { range } = useHeldWords()
  if (point === undefined) return null
  return (
    <dl className={styles.figures}>
      <div>
        <dt>{t({ context: 'chart', message: 'Held' })}</dt>
        <dd data-kind="held">{range(point.held)}</dd>
      </div>
      <div>
        <dt>{t`Whereabouts unknown`}</dt>
        <dd data-kind="unknown">{range(point.unknown)}</dd>
      </div>
    </dl>
  )
}

function HeldTable({ points }: { points: readonly HeldPoint[] }) {
  const { t } = useLingui()
  const words = useHeldWords()
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={t`People held, as a table`}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t`Day`}</th>
            <th scope="col">{t({ context: 'chart', message: 'Held' })}</th>
            <th scope="col">{t`Whereabouts unknown`}</th>
          </tr>
        </thead>
        <tbody>
          {points.toReversed().map((point) => (
            <tr key={point.day}>
              <th scope="row">{words.fullDay(point.day)}</th>
              <td>{words.range(point.held)}</td>
              <td>{words.range(point.unknown)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
