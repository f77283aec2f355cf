import { existsSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

import { startInstance } from './owner/instance.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))

/**
 * Starts the built app over the stand-in. The pages are Playwright pages; the calling process owns the browser.
 * See README.md for what each method does.
 */
export async function launchStandIn(options = {}) {
  const {
    profile,
    home,
    args = [],
    headless = true,
    appWindow = false,
    env = {},
    onDialog,
    onOutput,
    main = process.env['HABEAS_MAIN'] ?? join(root, 'out/main/index.js'),
    cwd = root,
    relaunches = true,
  } = options
  if (!existsSync(main)) throw new Error(`${main} is missing; run \`npm run build\` first.`)
  if (home !== undefined) mkdirSync(home, { recursive: true })
  if (profile !== undefined) mkdirSync(profile, { recursive: true })

  const homeEnv =
    home === undefined
      ? {}
      : { HOME: home, USERPROFILE: home, APPDATA: join(home, 'AppData', 'Roaming'), XDG_CONFIG_HOME: join(home, '.config') }
  const faults = []
  const dialogs = []
  const answers = []
  const waitingDialogs = []
  let output = ''
  const pageWaiters = []
  let instance
  let instanceCount = 0
  let stopped = false
  const endWaiters = []

  const answerWith = (request, page) => {
    dialogs.push(request)
    if (request.kind === 'showErrorBox') return undefined
    if (onDialog !== undefined) return onDialog(request, page)
    if (answers.length > 0) return answers.shift()
    return new Promise((settle) => waitingDialogs.push(settle))
  }

  const start = (mainArgs) => {
    instanceCount += 1
    const own = startInstance({
      main: resolve(main),
      args: mainArgs,
      cwd,
      env: { ...process.env, ...homeEnv, ...env },
      headless,
      appWindow,
      onDialog: async (request, page) => answerWith(request, page),
      onFault: (error) => {
        // Pages that close in the midst of a message are part of every end.
        if (!/has been closed|Target closed|channel (?:is|has) closed|Session closed|Browser has been|Not attached/i.test(error.message))
          faults.push(error)
      },
      onOutput: (text) => {
        output += text
        onOutput?.(text)
      },
      onPage: () => wake(),
    })
    instance = own
    void own.ended.then(({ code, signal, relaunch }) => {
      if (instance !== own) return
      const next = stopped || !relaunches ? undefined : relaunch[0]
      instance = null
      if (next !== undefined) start(next)
      for (const waiter of endWaiters.splice(0)) waiter({ code, signal, relaunched: next !== undefined })
      wake()
    })
  }
  const wake = () => {
    for (const waiter of pageWaiters.splice(0)) waiter()
  }
  const live = () => {
    if (instance === null) throw new Error('The app is not running.')
    return instance
  }
  const until = async (condition, what, milliseconds = 60_000) => {
    const deadline = Date.now() + milliseconds
    for (;;) {
      const found = condition()
      if (found !== undefined) return found
      const left = deadline - Date.now()
      if (left <= 0) throw new Error(`${what} within ${milliseconds} ms.\n${output}\n${faults.map((one) => one.stack).join('\n')}`)
      await new Promise((wakeUp) => {
        const timer = setTimeout(wakeUp, Math.min(left, 1000))
        pageWaiters.push(() => (clearTimeout(timer), wakeUp()))
      })
    }
  }
  const afterEnd = () =>
    new Promise((settle) => (instance === null ? settle({ code: null, signal: null, relaunched: false }) : endWaiters.push(settle)))

  start([...(profile === undefined ? [] : [`--profile=${profile}`]), ...args])

  return {
    engine: 'stand-in',
    faults,
    dialogs,
    output: () => output,
    pages: () => (instance === null ? [] : instance.pages()),
    /** The first window's page of the running instance, once it has loaded. */
    async page() {
      const page = await until(() => {
        if (instance === null) throw new Error(`The app ended before it had a window.\n${output}`)
        return instance.pages()[0]
      }, 'No window appeared')
      await page.waitForURL((url) => url.protocol === 'https:')
      await page.waitForLoadState('load')
      return page
    },
    /** Resolves with the first page of the instance after this one (after a lock). */
    async nextPage() {
      const before = instanceCount
      await until(() => (instanceCount > before && instance !== null ? true : undefined), 'No next instance appeared')
      return this.page()
    },
    instanceNumber: () => instanceCount,
    mainPid: () => live().main.pid,
    childPids: () => [...live().children],
    browserPids: () => live().browserPids(),
    firePower: (event) => live().link.ask('power', { event }),
    setIdleSeconds: (seconds) => live().link.ask('idle', { seconds }),
    setSystemDark: (dark) => live().link.ask('systemTheme', { dark }),
    /** Presses a key that main has taken from the system; resolves with whether it has. */
    pressGlobally: async (accelerator) => (await live().link.ask('globalKey', { accelerator })).pressed,
    /** Another program has this key already. */
    takeGlobalKey: (accelerator) => live().link.ask('globalKeyTaken', { accelerator }),
    clickMenu: (id) => live().link.ask('menu.click', { id }),
    menu: () => live().link.ask('menu.list', {}),
    /** Asks to close a window as its close button does; resolves with whether main let it. */
    closeWindow: (page) => live().link.ask('window.closeRequest', { windowId: live().windowIdOf(page) }),
    /** Answers the dialog that waits, or the next one. */
    answerDialog(answer) {
      const waiting = waitingDialogs.shift()
      if (waiting === undefined) answers.push(answer)
      else waiting(answer)
    },
    waitForEnd: afterEnd,
    /** Ends the app as closing its last window does, and waits until all of its processes are gone. */
    async close() {
      stopped = true
      if (instance === null) return
      const { ended, main: running } = instance
      for (const page of instance.pages())
        await instance.link.ask('window.closeRequest', { windowId: instance.windowIdOf(page) }).catch(() => {})
      // Only for an end that hangs: on a loaded machine a clean one takes seconds.
      const timer = setTimeout(() => running.kill('SIGKILL'), 20_000)
      await ended
      clearTimeout(timer)
    },
    /** Kills main with a signal; the browser and main's children go with it. */
    async kill(signal = 'SIGKILL') {
      stopped = true
      if (instance === null) return
      const { ended, main: running } = instance
      running.kill(signal)
      await ended
    },
  }
}
