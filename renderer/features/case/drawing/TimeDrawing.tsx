import { useLingui } from '@lingui/react/macro'
import { useId, useRef, useState, type KeyboardEvent } from 'react'

import { directionOf } from '../../../../electron/contract/language-list.ts'
import { useLanguage } from '../../../i18n/use-language.ts'
import { goTo } from './go-to.ts'
import { widthOfText } from './measure-text.ts'
import { placeLabels } from './place-labels.ts'
import type { Shape } from './shape.ts'
import { Shapes } from './Shapes.tsx'
import { ticksOf, placeOfDay, type TimeRange } from './time-axis.ts'
import styles from './TimeDrawing.module.css'
import { useWidth } from './use-width.ts'
import { ZoomButtons } from './ZoomButtons.tsx'

type Props = { label: string; shapes: readonly Shape[]; lanes: number; happeningLanes: number; range: TimeRange; today: number }

const laneHeight = 26
const happeningHeight = 24
const labelHeight = 34
const widestLabel = 250
/** How much of a bar must be seen on either side of the words that stand on it. */
const leastBar = 24
const mostZoom = 16

/** A drawing over time. The arrow keys walk its stretches, Enter goes to what each stands for in the text. */
export function TimeDrawing({ label, shapes, lanes, happeningLanes, range, today }: Props) {
  const { t, i18n } = useLingui()
  const frame = useRef<HTMLDivElement>(null)
  const id = useId()
  const [zoom, setZoom] = useState(1)
  const [at, setAt] = useState(0)
  const outer = useWidth(frame, 16)
  const width = outer * zoom
  const px = (hundredths: number) => (hundredths / 100) * width
  const rtl = directionOf(useLanguage()) === 'rtl'

  const ticks = ticksOf(range, Math.max(2, Math.floor(width / 74)))
  const tickWords = (day: number, unit: 'month' | 'year') =>
    i18n.date(
      new Date(day * 86_400_000),
      unit === 'year' ? { year: 'numeric', timeZone: 'UTC' } : { month: 'short', year: 'numeric', timeZone: 'UTC' },
    )
  const todayAt = today >= range.from && today <= range.to ? placeOfDay(today, range) : null
  const heads = [
    ...(todayAt === null ? [] : [{ key: 'today', at: px(todayAt), words: t({ context: 'time line', message: 'today' }), today: true }]),
    ...ticks.map((tick) => ({ key: String(tick.day), at: px(tick.at), words: tickWords(tick.day, tick.unit), today: false })),
  ].map((head) => ({ ...head, width: widthOfText(head.words, 500, 11) + 2 }))
  // One row of dates; what finds no room in it is left out, but never today.
  const headPlaces = placeLabels(
    heads.map((head) => ({ at: head.at, width: head.width, first: head.today })),
    width,
    { mostRows: 1, gap: 8 },
  )

  const wanted = shapes.map((shape) => ({
    at: shape.kind === 'happening' ? px((shape.start + shape.end) / 2) : px(shape.start),
    // A place may be a whole address; dates and states are said to their end.
    width: Math.min(
      width,
      Math.max(
        Math.min(shape.tone === 'place' ? widestLabel : width, widthOfText(shape.words, 600, 12)),
        widthOfText(shape.more, 400, 12),
      ) + 4,
    ),
  }))
  // A bar over the days on which something can have happened has room for its words; they stand on it, and mean no day of it.
  const onBar = shapes.map(({ kind, start, end, words, more }) => {
    const long = widthOfText(`${words} `, 600, 12) + widthOfText(more, 400, 12) + 12
    return kind === 'happening' && px(end - start) >= long + 2 * leastBar ? long : null
  })
  const under = shapes.map((_, index) => index).filter((index) => onBar[index] === null)
  const placed =
    width === 0
      ? []
      : placeLabels(
          under.map((index) => wanted[index] ?? { at: 0, width: 0 }),
          width,
        )
  const places = shapes.map((_, index) => placed[under.indexOf(index)] ?? null)
  const labelRows = places.reduce((most, place) => Math.max(most, (place?.row ?? -1) + 1), 0)
  const top = happeningLanes * happeningHeight
  const ground = top + lanes * laneHeight + 4

  const focus = (index: number) => {
    setAt(index)
    frame.current?.querySelectorAll<HTMLElement>('[data-shape]')[index]?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const forward = rtl ? 'ArrowLeft' : 'ArrowRight'
    const back = rtl ? 'ArrowRight' : 'ArrowLeft'
    const last = shapes.length - 1
    if (event.key === forward || event.key === 'ArrowDown') focus(Math.min(last, at + 1))
    else if (event.key === back || event.key === 'ArrowUp') focus(Math.max(0, at - 1))
    else if (event.key === 'Home') focus(0)
    else if (event.key === 'End') focus(last)
    else if (event.key === '+' || event.key === '=') setZoom(Math.min(mostZoom, zoom * 2))
    else if (event.key === '-') setZoom(Math.max(1, zoom / 2))
    else if (event.key === '0') setZoom(1)
    else return
    event.preventDefault()
  }

  const lineOf = (shape: Shape) => (shape.kind === 'happening' ? shape.lane * happeningHeight : top + shape.lane * laneHeight)
  return (
    <>
      <ZoomButtons zoom={zoom} most={mostZoom} onZoom={setZoom} />
      <div className={styles.frame} ref={frame} data-zoomed={zoom > 1 || undefined}>
        <div className={styles.inner} style={{ inlineSize: zoom === 1 ? '100%' : `${width}px` }}>
          <div className={styles.heads} aria-hidden>
            {heads.map((head, index) => {
              const place = headPlaces[index]
              return place === null || place === undefined ? null : (
                <span key={head.key} data-today={head.today || undefined} style={{ insetInlineStart: `${place.start}px` }}>
                  {head.words}
                </span>
              )
            })}
          </div>
          <div
            className={styles.ground}
            role="group"
            aria-label={label}
            style={{ blockSize: `${ground + labelRows * labelHeight}px` }}
            onKeyDown={onKeyDown}
          >
            {width > 0 && (
              <Shapes
                id={id}
                shapes={shapes}
                ticks={ticks.map((tick) => px(tick.at))}
                today={todayAt === null ? null : px(todayAt)}
                leaders={places.map((place, index) =>
                  place === null || shapes[index] === undefined
                    ? null
                    : { at: wanted[index]?.at ?? 0, to: ground + place.row * labelHeight + 4 },
                )}
                width={width}
                height={ground + labelRows * labelHeight}
                ground={ground}
                rtl={rtl}
                px={px}
                lineOf={lineOf}
                laneHeight={laneHeight}
                happeningHeight={happeningHeight}
              />
            )}
            {shapes.map((shape, index) => {
              const length = Math.max(24, px(shape.end - shape.start))
              const start = Math.max(0, Math.min(width - length, px((shape.start + shape.end) / 2) - length / 2))
              return (
                <button
                  key={shape.key}
                  type="button"
                  className={styles.target}
                  data-shape={shape.key}
                  tabIndex={index === Math.min(at, shapes.length - 1) ? 0 : -1}
                  aria-label={shape.spoken}
                  title={shape.spoken}
                  style={{
                    insetInlineStart: `${start}px`,
                    insetBlockStart: `${lineOf(shape)}px`,
                    inlineSize: `${length}px`,
                    blockSize: `${shape.kind === 'happening' ? happeningHeight : laneHeight}px`,
                  }}
                  onFocus={() => setAt(index)}
                  onClick={() => goTo(shape.target)}
                />
              )
            })}
            {shapes.map((shape, index) => {
              const place = places[index]
              const long = onBar[index] ?? null
              if (long !== null)
                return (
                  <span
                    key={shape.key}
                    className={`${styles.label} ${styles.onBar}`}
                    aria-hidden
                    style={{
                      insetInlineStart: `${px((shape.start + shape.end) / 2) - long / 2}px`,
                      insetBlockStart: `${lineOf(shape)}px`,
                      inlineSize: `${long}px`,
                      blockSize: `${happeningHeight}px`,
                    }}
                  >
                    <bdi>{shape.words}</bdi> <span className={styles.more}>{shape.more}</span>
                  </span>
                )
              return place === null || place === undefined ? null : (
                <span
                  key={shape.key}
                  className={styles.label}
                  data-tone={shape.tone}
                  aria-hidden
                  style={{
                    insetInlineStart: `${place.start}px`,
                    insetBlockStart: `${ground + place.row * labelHeight}px`,
                    inlineSize: `${wanted[index]?.width ?? 0}px`,
                  }}
                >
                  <bdi data-cuts={shape.tone === 'place' || undefined}>{shape.words}</bdi>
                  <span className={styles.more}>{shape.more}</span>
                </span>
              )
            })}
          </div>
        </div>
      </div>
    </>
  )
}
