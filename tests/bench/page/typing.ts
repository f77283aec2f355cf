import type { Page } from 'playwright-core'

/**
 * Milliseconds from each key press to the paint that shows what it did: `echo` to the next paint at all, `shown` to the
 * last change within `part` of the page before `quiet` ms without one. Both on the page's own clock, from the event's time stamp.
 */
export async function typeAndWatch(page: Page, text: string, part: string, quiet = 120): Promise<{ echo: number[]; shown: number[] }> {
  await page.evaluate((selector) => {
    const watch = { at: 0, echo: 0, last: 0 }
    Object.assign(globalThis, { habeasKey: watch })
    addEventListener(
      'keydown',
      (event) => {
        Object.assign(watch, { at: event.timeStamp, echo: 0, last: 0 })
        requestAnimationFrame(() => {
          const channel = new MessageChannel()
          channel.port1.onmessage = () => (watch.echo = performance.now())
          channel.port2.postMessage(null)
        })
      },
      { capture: true },
    )
    new MutationObserver(() => {
      requestAnimationFrame(() => setTimeout(() => (watch.last = performance.now())))
    }).observe(document.querySelector(selector) ?? document.body, { childList: true, subtree: true, characterData: true, attributes: true })
  }, part)
  const echo: number[] = []
  const shown: number[] = []
  for (const letter of text) {
    await page.keyboard.press(letter === ' ' ? 'Space' : letter)
    const times = await page.evaluate(
      (wait) =>
        new Promise<{ echo: number; shown: number }>((resolve) => {
          const watch = (globalThis as unknown as { habeasKey: { at: number; echo: number; last: number } }).habeasKey
          const look = (): void => {
            const now = performance.now()
            if (now - Math.max(watch.last, watch.at) < wait) return void setTimeout(look, 20)
            resolve({ echo: watch.echo - watch.at, shown: (watch.last === 0 ? watch.echo : watch.last) - watch.at })
          }
          setTimeout(look, wait)
        }),
      quiet,
    )
    echo.push(times.echo)
    shown.push(times.shown)
  }
  return { echo, shown }
}
