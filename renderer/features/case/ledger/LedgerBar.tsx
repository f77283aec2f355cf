import { useLingui } from '@lingui/react/macro'
import { useId } from 'react'

import type { LedgerRow } from '../../../../electron/contract/index.ts'
import { dayNumber, fromDayNumber } from '../../../../electron/domain/days.ts'
import { useCaseView } from '../case-context.ts'
import styles from './LedgerBar.module.css'
import { drawLedger, type Stretch } from './ledger-geometry.ts'
import { useLedgerWords } from './use-ledger-words.ts'

const width = 1000
const laneHeight = 22
const top = 20

/** First days of the months from one day to another. */
function monthStarts(from: number, to: number): { day: number; month: number }[] {
  const starts: { day: number; month: number }[] = []
  let { year, month } = fromDayNumber(from)
  for (;;) {
    const day = dayNumber(year, month, 1)
    if (day > to) return starts
    if (day >= from) starts.push({ day, month })
    year = month === 12 ? year + 1 : year
    month = month === 12 ? 1 : month + 1
  }
}

/** Edges that rest on a date which is approximate or doubtful fade. */
const vagueEdges = ({ about }: LedgerRow): { start: boolean; end: boolean } => ({ start: about.from, end: about.to })

/** The whereabouts drawn over time: hatched where nobody knows, fading where an edge is uncertain. The list below says the same. */
export function LedgerBar() {
  const { t, i18n } = useLingui()
  const { document, today } = useCaseView()
  const words = useLedgerWords()
  const id = useId()
  const drawing = drawLedger(document.derived.ledger, today, vagueEdges, monthStarts)
  if (drawing === null) return null
  const height = top + drawing.lanes * laneHeight
  const date = (day: number, unit: 'month' | 'year') =>
    i18n.date(
      new Date(day * 86_400_000),
      unit === 'year' ? { year: 'numeric', timeZone: 'UTC' } : { month: 'short', year: '2-digit', timeZone: 'UTC' },
    )
  const summary = document.derived.ledger.map((entry) => words.line(entry)).join('; ')
  return (
    <figure className={styles.figure}>
      <div className={styles.ticks} aria-hidden dir="ltr">
        {drawing.ticks
          .filter((tick) => tick.at < 88)
          .map((tick) => (
            <span key={tick.day} style={{ insetInlineStart: `${tick.at}%` }}>
              {date(tick.day, tick.unit)}
            </span>
          ))}
        {drawing.today !== null && <span className={styles.today}>{t`today`}</span>}
      </div>
      <svg
        className={styles.bar}
        viewBox={`0 0 ${width} ${height - top + 4}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={t`Whereabouts over time: ${summary}`}
        style={{ blockSize: `${height - top + 4}px` }}
      >
        <defs>
          <pattern id={`${id}-hatch`} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="7" height="7" className={styles.unknownGround} />
            <rect width="2" height="7" className={styles.unknownLine} />
          </pattern>
          {drawing.stretches.map((stretch) => (
            <FadeMask key={stretch.index} id={`${id}-${stretch.index}`} stretch={stretch} height={height} />
          ))}
        </defs>
        {drawing.ticks.map((tick) => (
          <line key={tick.day} x1={tick.at * 10} x2={tick.at * 10} y1={0} y2={height - top + 4} className={styles.tick} />
        ))}
        {drawing.stretches.map((stretch) => (
          <g key={stretch.index} mask={`url(#${id}-${stretch.index})`}>
            <rect
              x={stretch.start * 10}
              y={2 + stretch.lane * laneHeight}
              width={(stretch.end - stretch.start) * 10}
              height={laneHeight - 4}
              className={stretch.tone === 'place' ? styles.place : styles.unknown}
              {...(stretch.tone === 'place' ? {} : { fill: `url(#${id}-hatch)` })}
              vectorEffect="non-scaling-stroke"
            />
          </g>
        ))}
      </svg>
      <div className={styles.labels} aria-hidden dir="ltr" style={{ blockSize: `${drawing.lanes * 18}px` }}>
        {drawing.stretches
          .filter((stretch) => stretch.end - stretch.start > 9)
          .map((stretch) => (
            <span
              key={stretch.index}
              data-tone={stretch.tone}
              style={{
                insetInlineStart: `${stretch.start}%`,
                inlineSize: `${stretch.end - stretch.start}%`,
                insetBlockStart: `${stretch.lane * 18}px`,
              }}
            >
              <bdi>{words.short(stretch.entry)}</bdi>
            </span>
          ))}
      </div>
    </figure>
  )
}

function FadeMask({ id, stretch, height }: { id: string; stretch: Stretch; height: number }) {
  const length = stretch.end - stretch.start
  const from = Math.min(100, (stretch.fadeStart / length) * 100)
  const to = Math.max(from, 100 - (stretch.fadeEnd / length) * 100)
  return (
    <>
      <linearGradient id={`${id}-fade`}>
        <stop offset="0%" stopColor="white" stopOpacity={from > 0.5 ? 0.06 : 1} />
        <stop offset={`${from}%`} stopColor="white" stopOpacity={1} />
        <stop offset={`${to}%`} stopColor="white" stopOpacity={1} />
        <stop offset="100%" stopColor="white" stopOpacity={to < 99.5 ? 0.06 : 1} />
      </linearGradient>
      <mask id={id} maskUnits="userSpaceOnUse" x={stretch.start * 10 - 2} y={0} width={length * 10 + 4} height={height}>
        <rect x={stretch.start * 10 - 2} y={0} width={length * 10 + 4} height={height} fill={`url(#${id}-fade)`} />
      </mask>
    </>
  )
}
