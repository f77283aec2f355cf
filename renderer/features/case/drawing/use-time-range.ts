import { startBounds } from '../../../../electron/domain/uncertain-date.ts'
import { useCaseView } from '../case-context.ts'
import { daysOfLedger } from '../ledger/ledger-geometry.ts'
import { rangeOf, type TimeRange } from './time-axis.ts'

/** The days that the drawings of this case file run over; one range for both, so that they line up. */
export function useTimeRange(): TimeRange | null {
  const { document, today } = useCaseView()
  const { derived, custodyStatuses, charges, caseFile, person } = document
  const dates = [
    ...custodyStatuses.map(({ since }) => since),
    ...charges.map(({ date }) => date),
    caseFile.arrestDate,
    person.death,
  ].flatMap((date) => (date === null ? [] : [startBounds(date)]))
  const current = custodyStatuses.find(({ id }) => id === derived.currentStatusId)
  const isDated = current?.since !== null && current?.since !== undefined
  const lasting = isDated && (derived.statusGroup === 'held' || derived.statusGroup === 'unknown')
  return rangeOf([...dates.flatMap(({ earliest, latest }) => [earliest, latest]), ...daysOfLedger(derived.ledger, today)], today, lasting)
}
