import { z } from 'zod'

import type { Answer, AppEvent } from '../contract/index.ts'
import type { LongWork } from './long-work.ts'

type DailyBackupParts = {
  askVault: (call: string, input: unknown) => Promise<Answer<unknown>>
  longWork: Pick<LongWork, 'run'>
  /** For tests: UTC milliseconds, and what waits. */
  clock?: () => number
  wait?: (milliseconds: number, then: () => void) => void
}

/** After the first change of a day the person is in the middle of something; milliseconds. */
const delay = 15_000
/** After one that failed (a full disk, most often) the next change does not try again at once. */
const again = 10 * 60_000

const dueSchema = z.object({ due: z.boolean() })

/**
 * The backup at the first change of a day. It is the vault that knows whether one is due: it remembers its backups, and this
 * process is a new one after each lock.
 */
export function createDailyBackup({
  askVault,
  longWork,
  clock = Date.now,
  wait = (milliseconds, then) => void setTimeout(then, milliseconds),
}: DailyBackupParts): { heard(event: AppEvent): void } {
  let doneFor = ''
  let waiting = false
  let notBefore = 0
  const localDay = (): string => new Date(clock()).toDateString()

  async function makeOne(): Promise<void> {
    const day = localDay()
    const asked = await askVault('internal.dailyBackup', {})
    const read = asked.ok ? dueSchema.safeParse(asked.value) : undefined
    if (read?.success !== true) return
    const made = read.data.due ? await longWork.run('daily', {}) : undefined
    if (made === undefined || made.ok) doneFor = day
    else notBefore = clock() + again
  }

  return {
    heard(event) {
      if (event.type !== 'data.changed' || !event.tables.includes('change_sets')) return
      if (waiting || doneFor === localDay() || clock() < notBefore) return
      waiting = true
      wait(delay, () => void makeOne().finally(() => (waiting = false)))
    },
  }
}
