import type { CDPSession, Page } from 'playwright-core'

/** What the page's own thread did, in milliseconds. */
export type Watched = { longest: number; longTasks: number }

type Watch = {
  longest: number
  longTasks: number
  frames: number[]
  blankRows: number
  keys: number[]
  stopFrames: () => void
}
declare global {
  var habeasBench: Watch
}

/** Begins to note tasks that hold up the page's thread for 50 ms or more. */
export async function beginWatching(page: Page): Promise<void> {
  await page.evaluate(() => {
    const watch: Watch = { longest: 0, longTasks: 0, frames: [], blankRows: 0, keys: [], stopFrames: () => undefined }
    globalThis.habeasBench = watch
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) {
        watch.longTasks += 1
        watch.longest = Math.max(watch.longest, duration)
      }
    }).observe({ type: 'longtask' })
  })
}

/** The longest task since the last time this was asked; 0 where none took 50 ms. */
export const takeLongest = (page: Page): Promise<Watched> =>
  page.evaluate(() => {
    const { longest, longTasks } = globalThis.habeasBench
    Object.assign(globalThis.habeasBench, { longest: 0, longTasks: 0 })
    return { longest, longTasks }
  })

/** Milliseconds until what `settled` waits for has been painted, counted from `act` on the page's own clock. */
export async function untilPainted(page: Page, act: () => Promise<void>, settled: () => Promise<unknown>): Promise<number> {
  const start = await page.evaluate(() => performance.now())
  await act()
  await settled()
  return page.evaluate(
    (from) => new Promise<number>((resolve) => requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - from)))),
    start,
  )
}

/** What lives in the page after everything that can go has gone. */
export async function memoryOf(session: CDPSession): Promise<{ heap: number; nodes: number; listeners: number }> {
  // Two rounds: what the first one frees may hold the last of what the second one frees.
  for (let round = 0; round < 2; round += 1) await session.send('HeapProfiler.collectGarbage')
  await session.send('Performance.enable')
  const { metrics } = await session.send('Performance.getMetrics')
  const of = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? 0
  return { heap: of('JSHeapUsedSize'), nodes: of('Nodes'), listeners: of('JSEventListeners') }
}
