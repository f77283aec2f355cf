/**
 * Every request of a context goes to main (its webRequest listener, then its protocol handler) and nowhere else:
 * nothing ever reaches a network, whatever main answers.
 */
const resourceTypes = {
  document: 'mainFrame',
  stylesheet: 'stylesheet',
  image: 'image',
  media: 'media',
  font: 'font',
  script: 'script',
  xhr: 'xhr',
  fetch: 'xhr',
  websocket: 'webSocket',
  ping: 'ping',
  cspreport: 'cspReport',
}

const windowOfFrame = (windows, request) => {
  try {
    const page = request.frame().page()
    return [...windows].find(([, window]) => window.page === page)
  } catch {
    // A navigation's frame is not there yet: a new page has no window of main's.
    return undefined
  }
}

export async function routeRequests(context, { partition, windows, link, fault, refusedPopups }) {
  await context.route('**/*', async (route) => {
    const request = route.request()
    try {
      const found = windowOfFrame(windows, request)
      if (found === undefined) {
        // A window that Chromium opened by itself: window.mjs asks main about it by this address and closes it.
        if (request.isNavigationRequest()) refusedPopups.push(request.url())
        return await route.abort('blockedbyclient')
      }
      const [windowId, window] = found
      const isNavigation = request.isNavigationRequest()
      const isMainFrame = isNavigation && request.frame() === window.page.mainFrame()
      if (isNavigation && request.url() === window.state.loading) window.state.loading = null
      else if (isNavigation) {
        const { prevented } = await link.ask('navigate', { windowId, url: request.url(), isMainFrame })
        if (prevented) return await route.abort('aborted')
      }
      const type = isNavigation && !isMainFrame ? 'subFrame' : (resourceTypes[request.resourceType()] ?? 'other')
      const headers = request.headers()
      const answer = await link.ask('request', {
        partition,
        windowId,
        url: request.url(),
        method: request.method(),
        headers,
        body: request.postDataBuffer(),
        resourceType: type,
        referrer: headers['referer'] ?? '',
      })
      if (answer.failed) return await route.abort(answer.blocked ? 'blockedbyclient' : 'failed')
      await route.fulfill({ status: answer.status, headers: Object.fromEntries(answer.headers), body: Buffer.from(answer.body) })
    } catch (error) {
      fault(error)
      await route.abort('failed').catch(() => {})
    }
  })
}

/** Electron's names of permissions and Chromium's; those that Chromium would otherwise decide by itself. */
const permissions = {
  geolocation: 'geolocation',
  notifications: 'notifications',
  media: 'audioCapture',
  midi: 'midi',
  midiSysex: 'midiSysex',
  'clipboard-read': 'clipboardReadWrite',
  'clipboard-sanitized-write': 'clipboardSanitizedWrite',
  'idle-detection': 'idleDetection',
  'persistent-storage': 'durableStorage',
  'local-fonts': 'localFonts',
  'window-management': 'windowManagement',
  'display-capture': 'displayCapture',
  sensors: 'sensors',
  'storage-access': 'storageAccess',
  'background-sync': 'backgroundSync',
  'screen-wake-lock': 'wakeLockScreen',
}
const names = {
  audioCapture: ['microphone', 'camera'],
  clipboardReadWrite: ['clipboard-read'],
  clipboardSanitizedWrite: ['clipboard-write'],
  idleDetection: ['idle-detection'],
  durableStorage: ['persistent-storage'],
  localFonts: ['local-fonts'],
  windowManagement: ['window-management'],
  displayCapture: ['display-capture'],
  sensors: ['accelerometer', 'gyroscope', 'magnetometer', 'ambient-light-sensor'],
  storageAccess: ['storage-access'],
  backgroundSync: ['background-sync'],
  wakeLockScreen: ['screen-wake-lock'],
  midiSysex: ['midi'],
}

/** Asks main's two permission handlers about each permission and sets Chromium's own answers by theirs. */
export async function setPermissions({ session, contextId, partition, windowId, url, link }) {
  const answers = await link.ask('permissions', { partition, windowId, permissions: Object.keys(permissions), url })
  const { origin } = new URL(url)
  for (const [permission, own] of Object.entries(permissions))
    for (const name of names[own] ?? [own])
      await session
        .send('Browser.setPermission', {
          permission: { name, ...(permission === 'midiSysex' ? { sysex: true } : {}) },
          setting: answers[permission] ? 'granted' : 'denied',
          origin,
          ...(contextId === undefined ? {} : { browserContextId: contextId }),
        })
        .catch((error) => {
          // A name that this Chromium does not know is a permission that it can't give either.
          if (!/not supported|Unknown|Invalid|not found|not available/i.test(error.message)) throw error
        })
}
