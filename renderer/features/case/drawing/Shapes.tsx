import type { Shape } from './shape.ts'
import styles from './TimeDrawing.module.css'

type Props = {
  id: string
  shapes: readonly Shape[]
  ticks: readonly number[]
  today: number | null
  leaders: readonly ({ at: number; to: number } | null)[]
  width: number
  height: number
  ground: number
  rtl: boolean
  px: (hundredths: number) => number
  lineOf: (shape: Shape) => number
  laneHeight: number
  happeningHeight: number
}

/** The drawing itself, for the eye alone: the buttons over it say the same. Positions run from where the line begins. */
export function Shapes({ id, shapes, ticks, today, leaders, width, height, ground, rtl, px, lineOf, laneHeight, happeningHeight }: Props) {
  // The page may be written from right to left; the drawing is mirrored as a whole, its letters are not in it.
  return (
    <svg
      className={styles.svg}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden
      {...(rtl ? { transform: 'scale(-1 1)' } : {})}
    >
      <defs>
        <pattern id={`${id}-hatch`} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="7" height="7" className={styles.unknownGround} />
          <rect width="2" height="7" className={styles.unknownLine} />
        </pattern>
        {shapes
          .filter(({ kind }) => kind === 'stretch')
          .map((shape) => (
            <Fade
              key={shape.key}
              id={`${id}-${shape.key}`}
              shape={shape}
              x={px(shape.start)}
              width={px(shape.end - shape.start)}
              height={height}
            />
          ))}
      </defs>
      {ticks.map((x) => (
        <line key={x} x1={x} x2={x} y1={0} y2={ground} className={styles.tick} />
      ))}
      {leaders.map((leader, index) => {
        const shape = shapes[index]
        if (leader === null || shape === undefined) return null
        const from = shape.kind === 'happening' ? lineOf(shape) + happeningHeight - 6 : lineOf(shape) + laneHeight - 2
        const x = Math.min(width - 0.5, Math.max(0.5, leader.at))
        return <line key={shape.key} x1={x} x2={x} y1={from} y2={leader.to} className={styles.leader} data-tone={shape.tone} />
      })}
      {shapes.map((shape) =>
        shape.kind === 'stretch' ? (
          <Stretch
            key={shape.key}
            id={id}
            shape={shape}
            x={px(shape.start)}
            y={lineOf(shape) + 3}
            width={px(shape.end - shape.start)}
            height={laneHeight - 6}
          />
        ) : (
          <Happening key={shape.key} shape={shape} from={px(shape.start)} to={px(shape.end)} y={lineOf(shape) + happeningHeight / 2} />
        ),
      )}
      {today !== null && (
        <line x1={Math.min(today, width - 1)} x2={Math.min(today, width - 1)} y1={0} y2={ground} className={styles.today} />
      )}
    </svg>
  )
}

function Stretch({ id, shape, x, y, width, height }: { id: string; shape: Shape; x: number; y: number; width: number; height: number }) {
  const solid = (fade: number) => fade < 0.3
  return (
    <g className={styles.stretch} data-tone={shape.tone}>
      <g mask={`url(#${id}-${shape.key})`}>
        <rect
          x={x}
          y={y}
          width={width}
          height={height}
          className={styles.fill}
          {...(shape.tone === 'unknown' ? { fill: `url(#${id}-hatch)` } : {})}
        />
        <path d={`M${x} ${y}H${x + width}M${x} ${y + height}H${x + width}`} className={styles.edge} />
      </g>
      {(solid(shape.fadeStart) || shape.aboutStart) && (
        <line x1={x + 0.5} x2={x + 0.5} y1={y} y2={y + height} className={styles.edge} data-about={shape.aboutStart || undefined} />
      )}
      {!shape.openEnd && (solid(shape.fadeEnd) || shape.aboutEnd) && (
        <line
          x1={x + width - 0.5}
          x2={x + width - 0.5}
          y1={y}
          y2={y + height}
          className={styles.edge}
          data-about={shape.aboutEnd || undefined}
        />
      )}
      {shape.contradicted && <path d={`M${x + 4} ${y + height / 2 - 2.5}h8m-8 5h8m-1.5 -8l-5 11`} className={styles.against} />}
    </g>
  )
}

/** A filled lozenge on a certain day; a hollow bar over the days that it can have been on. */
function Happening({ shape, from, to, y }: { shape: Shape; from: number; to: number; y: number }) {
  if (to - from < 8) {
    const x = (from + to) / 2
    return <path d={`M${x} ${y - 6}l6 6l-6 6l-6 -6z`} className={styles.happening} data-hollow={shape.aboutStart || undefined} />
  }
  return (
    <rect
      x={from}
      y={y - 4}
      width={to - from}
      height={8}
      rx={4}
      className={styles.happening}
      data-hollow
      data-about={shape.aboutStart || undefined}
    />
  )
}

function Fade({ id, shape, x, width, height }: { id: string; shape: Shape; x: number; width: number; height: number }) {
  const length = Math.max(0.001, shape.end - shape.start)
  const from = Math.min(100, (shape.fadeStart / length) * 100)
  const to = Math.max(from, 100 - (shape.fadeEnd / length) * 100)
  return (
    <>
      <linearGradient id={`${id}-fade`} gradientUnits="userSpaceOnUse" x1={x} x2={x + width} y1={0} y2={0}>
        <stop offset="0%" stopColor="white" stopOpacity={from > 0.5 ? 0.08 : 1} />
        <stop offset={`${from}%`} stopColor="white" stopOpacity={1} />
        <stop offset={`${to}%`} stopColor="white" stopOpacity={1} />
        <stop offset="100%" stopColor="white" stopOpacity={to < 99.5 ? 0.08 : 1} />
      </linearGradient>
      <mask id={id} maskUnits="userSpaceOnUse" x={x - 1} y={0} width={width + 2} height={height}>
        <rect x={x - 1} y={0} width={width + 2} height={height} fill={`url(#${id}-fade)`} />
      </mask>
    </>
  )
}
