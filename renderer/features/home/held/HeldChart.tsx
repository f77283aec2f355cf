import { useLingui } from '@lingui/react/macro'
import { useId, useState, type KeyboardEvent } from 'react'
import { useLocale } from 'react-aria-components'

import { stepTo } from '../../cases/step-to.ts'
import { drawHeld, nearestPoint, type Band, type HeldPoint } from './held-chart.ts'
import styles from './HeldChart.module.css'
import { useHeldWords } from './use-held-words.ts'
import { useWidth } from './use-width.ts'

const height = 208
const labelSpace = 104
const sideKeys: Readonly<Record<string, string>> = { ArrowRight: 'ArrowDown', ArrowLeft: 'ArrowUp' }
const mirroredKeys: Readonly<Record<string, string>> = { ArrowRight: 'ArrowUp', ArrowLeft: 'ArrowDown' }

/**
 * How many were held, month by month: a plain band for those held, a hatched one with broken edges for those whose whereabouts
 * were unknown, each from the least to the most that the dates allow. The arrow keys walk the days and say each.
 */
export function HeldChart({ points }: { points: readonly HeldPoint[] }) {
  const { t, i18n } = useLingui()
  const words = useHeldWords()
  const id = useId()
  const [element, width] = useWidth<HTMLDivElement>()
  const [chosen, setChosen] = useState<number | null>(null)
  const mirrored = useLocale().direction === 'rtl'
  const drawing = width < 160 ? null : drawHeld(points, { width, height, start: 30, end: labelSpace, top: 10, bottom: 26, mirrored })
  const across = (x: number): number => (mirrored ? width - x : x)
  const at = Math.min(chosen ?? points.length - 1, points.length - 1)
  const point = points[at]
  const last = points.at(-1)
  if (point === undefined || last === undefined) return null

  const walk = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const next = stepTo(
      (mirrored ? mirroredKeys : sideKeys)[event.key] ??
        (event.key === 'ArrowUp' ? 'ArrowDown' : event.key === 'ArrowDown' ? 'ArrowUp' : event.key),
      at,
      points.length,
      6,
    )
    if (next === null || event.key === 'Enter' || event.key === ' ') return
    event.preventDefault()
    setChosen(next)
  }
  return (
    <div className={styles.chart}>
      {/* Time runs as one reads, as in the drawings of a case file. */}
      <div
        ref={element}
        className={styles.frame}
        role="slider"
        tabIndex={0}
        aria-label={t`Day on the chart`}
        aria-valuemin={1}
        aria-valuemax={points.length}
        aria-valuenow={at + 1}
        aria-valuetext={words.line(point)}
        onKeyDown={walk}
        onBlur={() => setChosen(null)}
        onPointerMove={(event) => {
          if (drawing !== null) setChosen(nearestPoint(drawing.xs, event.clientX - event.currentTarget.getBoundingClientRect().x))
        }}
        onPointerLeave={() => setChosen(null)}
      >
        {drawing !== null && (
          <svg className={styles.drawing} width={width} height={height} aria-hidden data-mirrored={mirrored || undefined}>
            <defs>
              <pattern id={`${id}-hatch`} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                <rect width="7" height="7" className={styles.unknownGround} />
                <rect width="1.5" height="7" className={styles.unknownLine} />
              </pattern>
            </defs>
            {drawing.counts.map(({ count, y }) => (
              <g key={count}>
                <line x1={across(30)} x2={across(width - labelSpace)} y1={y} y2={y} className={count === 0 ? styles.axis : styles.grid} />
                <text x={across(22)} y={y + 4} className={styles.count}>
                  {i18n.number(count)}
                </text>
              </g>
            ))}
            {drawing.days.map(({ day, x, unit }) => (
              <text key={day} x={x} y={height - 6} className={unit === 'year' ? styles.year : styles.month}>
                {words.tick(day, unit)}
              </text>
            ))}
            <BandOf band={drawing.held} kind="held" fill={undefined} />
            <BandOf band={drawing.unknown} kind="unknown" fill={`url(#${id}-hatch)`} />
            {chosen !== null && <line x1={drawing.xs[at]} x2={drawing.xs[at]} y1={10} y2={height - 26} className={styles.cursor} />}
          </svg>
        )}
        {drawing !== null && (
          <>
            <span className={styles.label} data-kind="held" aria-hidden style={{ insetBlockStart: `${drawing.held.labelY}px` }}>
              <b>{t({ context: 'chart', message: 'Held' })}</b> {words.range(last.held)}
            </span>
            <span className={styles.label} data-kind="unknown" aria-hidden style={{ insetBlockStart: `${drawing.unknown.labelY}px` }}>
              <b>{t({ context: 'chart', message: 'Unknown' })}</b> {words.range(last.unknown)}
            </span>
          </>
        )}
      </div>
      <p className={styles.said} aria-hidden>
        {words.line(point)}
      </p>
    </div>
  )
}

function BandOf({ band, kind, fill }: { band: Band; kind: 'held' | 'unknown'; fill: string | undefined }) {
  return (
    <g className={styles[kind]}>
      <path d={band.area} className={styles.area} {...(fill !== undefined && { fill })} />
      <path d={band.most} className={styles.edge} />
      <path d={band.least} className={styles.edge} />
    </g>
  )
}
