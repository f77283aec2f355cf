import { isoOfDay } from '../domain/days.ts'
import type { Vault } from '../vault/index.ts'

/** What every part of casework works with. */
export type Casework = {
  readonly vault: Vault
  /** The calendar day of the reader, `YYYY-MM-DD`, where a call does not say it. */
  readonly today: () => string
}

/** Today by this computer's clock and time zone. */
export function todayHere(): string {
  const now = new Date()
  return isoOfDay(Math.floor(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86_400_000))
}
