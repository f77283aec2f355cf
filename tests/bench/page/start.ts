import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { launchHabeas } from '../../../build/stand-in/harness.mjs'

type Launch = Parameters<typeof launchHabeas>[0]

/** Milliseconds from starting a program to the first paint of its window's content. */
async function firstPaint(options: Launch): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'habeas-start-'))
  const start = Date.now()
  const app = await launchHabeas({ ...options, profile: join(folder, 'profile'), home: join(folder, 'home') })
  try {
    const page = await app.page()
    const painted = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const look = (): void => {
            const paint = performance.getEntriesByName('first-contentful-paint')[0]
            // A window without a display may never say that it painted; two frames after the words are there it has.
            if (paint !== undefined) resolve(performance.timeOrigin + paint.startTime)
            else if (document.querySelector('h1') !== null)
              requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now())))
            else setTimeout(look, 5)
          }
          look()
        }),
    )
    return painted - start
  } finally {
    await app.kill()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
}

/** The lock screen of Habeas, and a window with one word in the same engine, started in turns. */
export async function coldStarts(times: number): Promise<{ habeas: number[]; blank: number[] }> {
  const habeas: number[] = []
  const blank: number[] = []
  for (let turn = 0; turn < times; turn += 1) {
    blank.push(await firstPaint({ main: join(import.meta.dirname, 'blank-app.mjs') }))
    habeas.push(await firstPaint({}))
  }
  return { habeas, blank }
}
