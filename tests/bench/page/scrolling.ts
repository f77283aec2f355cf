import type { Page } from 'playwright-core'

export type Scrolled = {
  frames: number
  /** Frames that came later than one and a half times the usual. */
  dropped: number
  /** Frames in which a row in sight had no words. */
  blank: number
  /** Usual distance of two frames where nothing happens, in milliseconds. */
  usual: number
}

/** Turns the wheel over the list and watches each frame. */
export async function scrollList(page: Page, list: string, turns: number, step: number): Promise<Scrolled> {
  const frame = await page.locator(list).boundingBox()
  if (frame === null) throw new Error('There is no list to scroll.')
  await page.mouse.move(frame.x + frame.width / 2, frame.y + frame.height / 2)
  const usual = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const gaps: number[] = []
        let before = performance.now()
        const next = (): void => {
          const now = performance.now()
          gaps.push(now - before)
          before = now
          if (gaps.length < 40) requestAnimationFrame(next)
          else resolve(gaps.toSorted((a, b) => a - b)[20] ?? 16.7)
        }
        requestAnimationFrame(next)
      }),
  )
  await page.evaluate((selector) => {
    const holder = document.querySelector(selector)
    const watch = { gaps: [] as number[], blank: 0, going: true }
    Object.assign(globalThis, { habeasScroll: watch })
    let before = performance.now()
    const next = (): void => {
      const now = performance.now()
      watch.gaps.push(now - before)
      before = now
      if (holder !== null) {
        const box = holder.getBoundingClientRect()
        // Where no row stands at all is as blank as a row without words.
        for (const share of [0.1, 0.5, 0.9]) {
          const row = document.elementFromPoint(box.left + 40, box.top + box.height * share)?.closest('[role="option"]')
          if (row === null || row === undefined || (row.textContent ?? '').trim() === '') {
            watch.blank += 1
            break
          }
        }
      }
      if (watch.going) requestAnimationFrame(next)
    }
    requestAnimationFrame(next)
  }, list)
  for (let turn = 0; turn < turns; turn += 1) {
    await page.mouse.wheel(0, step)
    await page.waitForTimeout(16)
  }
  return page.evaluate((normal) => {
    const watch = (globalThis as unknown as { habeasScroll: { gaps: number[]; blank: number; going: boolean } }).habeasScroll
    watch.going = false
    return { frames: watch.gaps.length, dropped: watch.gaps.filter((gap) => gap > normal * 1.5).length, blank: watch.blank, usual: normal }
  }, usual)
}
