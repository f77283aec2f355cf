import { useLingui } from '@lingui/react/macro'

import type { LedgerRow } from '../../../../electron/contract/index.ts'
import { joined } from '../../../i18n/lists.ts'
import { useCaseView } from '../case-context.ts'
import { DrawingOrTable } from '../drawing/DrawingOrTable.tsx'
import type { Shape } from '../drawing/shape.ts'
import { TimeDrawing } from '../drawing/TimeDrawing.tsx'
import { useTimeRange } from '../drawing/use-time-range.ts'
import { drawLedger } from './ledger-geometry.ts'
import { useLedgerWords } from './use-ledger-words.ts'

const keyOf = (entry: LedgerRow, index: number): string => entry.noteId ?? `gap-${index}`
const placeInText = (entry: LedgerRow, index: number): string =>
  entry.noteId === null ? `[data-gap="${index}"]` : `[data-row="${entry.noteId}"]`

/** The whereabouts drawn over time: hatched where nobody knows, fading where an edge is uncertain. The list below says the same. */
export function LedgerBar() {
  const { t } = useLingui()
  const { document, today, language } = useCaseView()
  const words = useLedgerWords()
  const range = useTimeRange()
  const { ledger } = document.derived
  if (ledger.length === 0) return null
  const label = t`Whereabouts over time`
  const places = new Map(document.whereabouts.map((note) => [note.id, note.place ?? t`Place not known`]))
  const against = (entry: LedgerRow): string => {
    const others = joined(
      language,
      entry.contradicts.map((id) => places.get(id) ?? ''),
    )
    return others === '' ? '' : t`the same days are also noted at ${others}`
  }
  const drawing = range === null ? null : drawLedger(ledger, today, range)
  const shapes = (drawing?.stretches ?? []).map((stretch): Shape => {
    const { entry, index } = stretch
    return {
      key: keyOf(entry, index),
      kind: 'stretch',
      tone: stretch.tone,
      start: stretch.start,
      end: stretch.end,
      fadeStart: stretch.fadeStart,
      fadeEnd: stretch.fadeEnd,
      aboutStart: entry.about.from,
      aboutEnd: entry.about.to && !entry.open,
      openEnd: entry.open,
      contradicted: entry.contradicts.length > 0,
      lane: stretch.lane,
      words: words.short(entry),
      more: words.days(entry) ?? words.span(entry),
      spoken: joined(language, [words.line(entry), against(entry)], '; '),
      target: placeInText(entry, index),
    }
  })
  const drawn = new Set(shapes.map(({ key }) => key))
  return (
    <DrawingOrTable
      label={label}
      columns={[t`Where`, t`When`, t`How long`, t`Against it`]}
      rows={ledger.map((entry, index) => ({
        key: keyOf(entry, index),
        cells: [words.what(entry), words.span(entry), words.days(entry) ?? '', against(entry)],
        target: placeInText(entry, index),
      }))}
      undated={ledger.filter((entry, index) => !drawn.has(keyOf(entry, index))).map((entry) => words.what(entry))}
      drawing={
        range === null || drawing === null || shapes.length === 0 ? null : (
          <TimeDrawing label={label} shapes={shapes} lanes={drawing.lanes} happeningLanes={0} range={range} today={today} />
        )
      }
    />
  )
}
