/**
 * The clipboard of the launcher's Chromium (headless it has one of its own), reached from the preload's world of a
 * window of main's. The right to read is lent for the one call: the page itself has only what main's handlers allow.
 * Without a window the text waits here.
 */
export function clipboardOf(windowNow, browserNow) {
  let waiting = ''

  async function withRights(window, action) {
    const session = browserNow().session
    const { origin } = new URL(window.page.url())
    const cdp = await window.page.context().newCDPSession(window.page)
    const { targetInfo } = await cdp.send('Target.getTargetInfo')
    await cdp.detach()
    const set = (setting, name) =>
      session.send('Browser.setPermission', {
        permission: { name },
        setting,
        origin,
        ...(browserNow().firstPage === null ? { browserContextId: targetInfo.browserContextId } : {}),
      })
    const names = ['clipboard-read', 'clipboard-write']
    try {
      for (const name of names) await set('granted', name)
      await window.page.bringToFront()
      return await action()
    } finally {
      for (const name of names) await set('denied', name)
    }
  }

  return {
    async write(text) {
      waiting = text
      const window = windowNow()
      if (window !== undefined)
        await withRights(window, () => window.evaluateApart(`navigator.clipboard.writeText(${JSON.stringify(text)})`))
    },
    async read() {
      const window = windowNow()
      return window === undefined ? waiting : withRights(window, () => window.evaluateApart('navigator.clipboard.readText()'))
    },
  }
}
