import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { chromium } from 'playwright-core'

import { findBrowser } from '../../find-browser.mjs'

const always = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-breakpad',
  '--no-pings',
  '--host-resolver-rules=MAP * ~NOTFOUND',
]

/** In memory where the system has such a folder: a headed app window needs a profile folder, which must not outlive it. */
const profileParent = () => (existsSync('/dev/shm') ? '/dev/shm' : tmpdir())

/**
 * Starts Chromium for one instance of main. Headless, every session partition gets an in-memory context of its own;
 * with `appWindow` there is one context in a throw-away profile, whose first page is a window without tabs.
 */
export async function startBrowser({ headless, appWindow, switches, verbose }) {
  const executablePath = findBrowser()
  if (executablePath === null) throw new Error('No Chromium, Chrome or Edge was found for the stand-in.')
  const own = new Set(always.map((one) => one.slice(2).split('=')[0]))
  const args = [
    ...always,
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    // Chromium would put a bar over the page that warns of the switches above, which a person at the window can do nothing about.
    ...(appWindow ? ['--test-type'] : []),
    ...switches.filter(([key]) => !own.has(key)).map(([key, value]) => (value === '' ? `--${key}` : `--${key}=${value}`)),
  ]
  const common = {
    executablePath,
    headless,
    args,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    chromiumSandbox: process.getuid?.() !== 0,
    ...(verbose ? { logger: { isEnabled: () => true, log: (name, severity, message) => console.error(name, message) } } : {}),
  }
  const makeContext = { viewport: headless ? { width: 1280, height: 800 } : null, acceptDownloads: false, serviceWorkers: 'block' }

  let browser
  let persistent = null
  let profile = null
  if (appWindow) {
    profile = mkdtempSync(join(profileParent(), 'habeas-stand-in-'))
    persistent = await chromium.launchPersistentContext(profile, {
      ...common,
      ...makeContext,
      args: [...args, '--app=data:text/html,<title>Habeas</title>', '--window-size=1280,840'],
      ignoreDefaultArgs: ['--enable-automation'],
    })
    browser = persistent.browser()
  } else browser = await chromium.launch(common)

  const session = await (browser ?? persistent.browser())?.newBrowserCDPSession()
  const pidsNow = async () => (await session.send('SystemInfo.getProcessInfo')).processInfo.map((one) => one.id)
  const browserPid = (await session.send('SystemInfo.getProcessInfo')).processInfo.find((one) => one.type === 'browser').id
  const contexts = new Map()

  return {
    version: browser.version(),
    browserPid,
    pids: pidsNow,
    session,
    firstPage: persistent?.pages()[0] ?? null,
    async contextOf(partition, prepare) {
      const key = persistent === null ? partition : ''
      if (!contexts.has(key)) {
        const made = persistent === null ? browser.newContext(makeContext) : Promise.resolve(persistent)
        contexts.set(
          key,
          made.then(async (context) => {
            await prepare(context)
            return context
          }),
        )
      }
      return contexts.get(key)
    },
    /** Kills every process of the browser at once, as Electron's go with main. */
    async kill() {
      const ended = new Promise((resolve) => browser.once('disconnected', resolve))
      const alive = browser.isConnected()
      let pids = [browserPid]
      if (alive)
        pids = await Promise.race([
          pidsNow().catch(() => [browserPid]),
          // On a loaded machine it takes a while to tell, and who is not told of would go on writing to the folders that are removed.
          new Promise((resolve) => setTimeout(() => resolve([browserPid]), 3000)),
        ])
      for (const pid of new Set([...pids, browserPid])) {
        try {
          process.kill(pid, 'SIGKILL')
        } catch {
          // Gone already.
        }
      }
      if (alive) await ended
      // Playwright removes its own folders of this run.
      await browser.close().catch(() => {})
      if (profile !== null) rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
    },
  }
}
