import { useLingui } from '@lingui/react/macro'

import { DrawingOrTable } from '../drawing/DrawingOrTable.tsx'
import type { Shape } from '../drawing/shape.ts'
import { TimeDrawing } from '../drawing/TimeDrawing.tsx'
import { useTimeRange } from '../drawing/use-time-range.ts'
import { useCaseView } from '../case-context.ts'
import { drawTimeline } from './timeline-geometry.ts'
import { placeInText, useTimelineWords, type Happening } from './use-timeline-words.ts'

const drawnKinds = new Set(['arrested', 'charge', 'died'])
const keyOf = ({ what, id }: Happening): string => `${what}-${id}`

/** The custody statuses as bands over time, with the arrest, the charges and a death above them. */
export function CustodyTimeline() {
  const { t } = useLingui()
  const { document, today } = useCaseView()
  const words = useTimelineWords()
  const range = useTimeRange()
  const { chronology } = document.derived
  if (chronology.length === 0) return null
  const label = t`Custody over time`
  const happenings = chronology.filter(({ what }) => drawnKinds.has(what))
  const drawing =
    range === null
      ? null
      : drawTimeline(
          document.custodyStatuses,
          happenings.map((happening) => ({ key: keyOf(happening), date: happening.date })),
          range,
          today,
        )
  const statusOf = (id: string) => chronology.find((happening) => happening.what === 'status' && happening.id === id)
  const bands = (drawing?.bands ?? []).flatMap((band, index, all): Shape[] => {
    const happening = statusOf(band.id)
    if (happening === undefined) return []
    const next = all[index + 1]
    const until = next === undefined ? undefined : statusOf(next.id)
    const line = words.line(happening)
    const untilWords = until === undefined ? '' : words.when(until)
    return [
      {
        ...band,
        key: `status-${band.id}`,
        kind: 'stretch',
        tone: band.group,
        contradicted: false,
        lane: 0,
        words: words.what(happening),
        more: words.shortly(happening),
        spoken: untilWords === '' ? line : t`${line}, until ${untilWords}`,
        target: placeInText(happening),
      },
    ]
  })
  const points = (drawing?.points ?? []).flatMap((point): Shape[] => {
    const happening = happenings.find((one) => keyOf(one) === point.key)
    if (happening === undefined) return []
    const about = words.about(happening)
    return [
      {
        key: point.key,
        kind: 'happening',
        tone: 'plain',
        start: point.start,
        end: point.end,
        fadeStart: 0,
        fadeEnd: 0,
        aboutStart: point.about,
        aboutEnd: point.about,
        openEnd: false,
        contradicted: false,
        lane: point.lane,
        words: happening.what === 'charge' && about !== '' ? about : words.what(happening),
        more: words.shortly(happening),
        spoken: words.line(happening),
        target: placeInText(happening),
      },
    ]
  })
  // In the order of time, as the arrow keys walk them.
  const shapes = [...bands, ...points].toSorted((a, b) => a.start - b.start)
  const undated = drawing === null ? [] : [...drawing.undatedStatuses.map((id) => `status-${id}`), ...drawing.undatedPoints]
  return (
    <DrawingOrTable
      label={label}
      columns={[t`What`, t`When`, t`Charge or place`]}
      rows={chronology.map((happening) => ({
        key: keyOf(happening),
        cells: [words.what(happening), words.when(happening), words.about(happening)],
        target: placeInText(happening),
      }))}
      undated={chronology.filter((happening) => undated.includes(keyOf(happening))).map((happening) => words.line(happening))}
      drawing={
        range === null || shapes.length === 0 ? null : (
          <TimeDrawing
            label={label}
            shapes={shapes}
            lanes={bands.length > 0 ? 1 : 0}
            happeningLanes={drawing?.pointLanes ?? 0}
            range={range}
            today={today}
          />
        )
      }
    />
  )
}
