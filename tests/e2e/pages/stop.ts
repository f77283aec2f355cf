import { setTimeout as pause } from 'node:timers/promises'
import type { Locator } from 'playwright-core'

import type { Desk } from './desk.ts'

export const progressOf = (part: Locator): Locator => part.getByRole('progressbar')

type Work = {
  /** Begins it; the how-manieth time, from 1. */
  begin: (time: number) => Promise<void>
  /** That it is in its middle: something outside the page, or a share of it that is done. */
  sign: (() => boolean) | 'share'
  /** What the page says once it was stopped. */
  stopped: Locator
}

/** How often work may be over before it could be stopped. */
const mostTimes = 5
/** Long enough for any work of these tests to begin, in milliseconds. */
const patience = 60_000

/**
 * Begins work and presses Stop in its middle, until that comes in time; a quick machine may be done first. Answers how often
 * the work ended by itself before.
 */
export async function stopInTheMiddle(desk: Desk, part: Locator, { begin, sign, stopped }: Work): Promise<number> {
  for (let time = 1; time <= mostTimes; time += 1) {
    await begin(time)
    const pressed = await pressStop(desk, part, sign)
    await progressOf(part).first().waitFor({ state: 'detached', timeout: patience })
    if (!pressed) continue
    const came = await stopped.waitFor({ timeout: 10_000 }).then(
      () => true,
      () => false,
    )
    if (came) return time - 1
  }
  throw new Error(`the work ended by itself ${mostTimes} times`)
}

/**
 * Presses Stop the moment the sign is there; false when the work was over before. Playwright's own click waits until the
 * button stands still, and looks whether anything lies over it, and the work may be over meanwhile.
 */
async function pressStop(desk: Desk, part: Locator, sign: Work['sign']): Promise<boolean> {
  let shown = false
  const until = Date.now() + patience
  while (Date.now() < until) {
    const wanted = sign === 'share' ? 'share' : sign() ? 'now' : 'not_yet'
    const seen = await part.evaluate(
      (place, { words, when }) => {
        const stop = [...place.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === words)
        if (stop === undefined) return 'none'
        const share = Number(place.querySelector('[role="progressbar"]')?.getAttribute('aria-valuenow') ?? 0)
        if (when === 'not_yet' || (when === 'share' && share <= 0)) return 'waiting'
        stop.focus()
        stop.click()
        return 'pressed'
      },
      { words: desk.say('Stop'), when: wanted },
    )
    if (seen === 'pressed') return true
    if (seen === 'none' && shown) return false
    shown ||= seen === 'waiting'
    await pause(1)
  }
  // Never seen at all: over before the first look, or not begun, which the next time shows.
  return false
}
