export {
  currentStatus,
  custodyAsOf,
  custodyGroupOf,
  custodyStatuses,
  statusesInOrder,
  type CustodyAsOf,
  type CustodyGroup,
  type CustodyStatusCode,
  type StatusRecord,
} from './custody-status.ts'
export { custodyEnd, daysHeld, type CustodyEnd, type DaysHeld, type DaysHeldUnknown } from './days-held.ts'
