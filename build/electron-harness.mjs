import { mkdirSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'

import { _electron } from 'playwright-core'

import { findElectron } from './electron-binary.mjs'
import { root } from './project.mjs'

/** The code by which an unpackaged build says that it has locked and wants its next instance (electron/main/locking.ts). */
const exitToLockScreen = 75

/** Children of a process, where the system tells (Linux); utility processes among Chromium's own. */
function childrenOf(parent) {
  try {
    return readdirSync(`/proc/${parent}/task`).flatMap((task) =>
      readFileSync(`/proc/${parent}/task/${task}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number),
    )
  } catch {
    return []
  }
}
const utilityChildren = (parent) =>
  childrenOf(parent).flatMap((pid) => {
    try {
      return [...(readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('node.mojom.NodeService') ? [pid] : []), ...utilityChildren(pid)]
    } catch {
      return []
    }
  })

/** The harness of build/stand-in/ over real Electron: dialogs and power events are answered and fired inside main. */
export async function launchElectron(options = {}) {
  const {
    profile,
    home,
    args = [],
    env = {},
    onDialog,
    onOutput,
    main = process.env['HABEAS_MAIN'] ?? join(root, 'out/main/index.js'),
  } = options
  for (const folder of [profile, home]) if (folder !== undefined) mkdirSync(folder, { recursive: true })
  const homeEnv =
    home === undefined
      ? {}
      : { HOME: home, USERPROFILE: home, APPDATA: join(home, 'AppData', 'Roaming'), XDG_CONFIG_HOME: join(home, '.config') }
  const dialogs = []
  const answers = []
  const waitingDialogs = []
  const faults = []
  let output = ''
  let instanceCount = 0
  let electron = null
  let starting = null
  let stopped = false
  const endWaiters = []

  async function answerWith(request) {
    dialogs.push(request)
    if (onDialog !== undefined) return onDialog(request)
    if (answers.length > 0) return answers.shift()
    return new Promise((settle) => waitingDialogs.push(settle))
  }

  async function start() {
    instanceCount += 1
    const own = await _electron.launch({
      executablePath: findElectron(),
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        main,
        '--no-relaunch',
        ...(profile === undefined ? [] : [`--profile=${profile}`]),
        ...args,
      ],
      cwd: options.cwd ?? root,
      env: { ...process.env, ...homeEnv, ...env },
    })
    electron = own
    for (const stream of [own.process().stdout, own.process().stderr])
      stream?.on('data', (part) => {
        output += part
        onOutput?.(String(part))
      })
    own.process().once('exit', (code, signal) => {
      if (electron === own) electron = null
      const relaunched = code === exitToLockScreen && !stopped
      if (relaunched) starting = start()
      for (const waiter of endWaiters.splice(0)) waiter({ code, signal, relaunched })
    })
    // Main asks; the answer comes when the test gives it. The question waits in main and is fetched from here.
    await own.evaluate(({ dialog, powerMonitor }) => {
      const questions = []
      globalThis.__questions = questions
      globalThis.__idleSeconds = null
      for (const kind of ['showOpenDialog', 'showSaveDialog', 'showMessageBox'])
        dialog[kind] = (first, second) => new Promise((settle) => questions.push({ kind, options: second ?? first, settle }))
      const idle = powerMonitor.getSystemIdleTime.bind(powerMonitor)
      powerMonitor.getSystemIdleTime = () => globalThis.__idleSeconds ?? idle()
    })
    void fetchQuestions(own)
    return own
  }
  async function fetchQuestions(own) {
    while (electron === own) {
      const asked = await own
        .evaluate(() =>
          globalThis.__questions
            .filter((one) => !one.fetched)
            .map((one) => ((one.fetched = true), { index: globalThis.__questions.indexOf(one), kind: one.kind, options: one.options })),
        )
        .catch(() => [])
      for (const { index, ...request } of asked)
        void answerWith(request)
          .then((answer) => own.evaluate((_electronModule, [at, value]) => globalThis.__questions[at].settle(value), [index, answer]))
          .catch((error) => faults.push(error))
      await after(50)
    }
  }
  const live = () => {
    if (electron === null) throw new Error('The app is not running.')
    return electron
  }
  const waitForEnd = () =>
    new Promise((settle) => (electron === null ? settle({ code: null, signal: null, relaunched: false }) : endWaiters.push(settle)))

  starting = start()
  await starting

  return {
    engine: 'electron',
    faults,
    dialogs,
    output: () => output,
    pages: () => (electron === null ? [] : electron.windows()),
    async page() {
      const page = await (await starting).firstWindow()
      await page.waitForLoadState('load')
      return page
    },
    async nextPage() {
      const before = instanceCount
      const deadline = Date.now() + 60_000
      while (instanceCount === before) {
        if (Date.now() > deadline) throw new Error('No next instance appeared.')
        await after(20)
      }
      return this.page()
    },
    instanceNumber: () => instanceCount,
    mainPid: () => live().process().pid,
    childPids: () => utilityChildren(live().process().pid),
    browserPids: async () => [live().process().pid, ...childrenOf(live().process().pid)],
    firePower: (event) => live().evaluate(({ powerMonitor }, name) => void powerMonitor.emit(name, { preventDefault() {} }), event),
    setIdleSeconds: (seconds) => live().evaluate((_electronModule, value) => void (globalThis.__idleSeconds = value), seconds),
    setSystemDark: () => Promise.reject(new Error('The system decides on its theme itself.')),
    clickMenu: (id) =>
      live().evaluate(
        ({ Menu, BrowserWindow }, itemId) =>
          Menu.getApplicationMenu().getMenuItemById(itemId).click(undefined, BrowserWindow.getAllWindows()[0]),
        id,
      ),
    closeWindow: async (page) => {
      const window = await live().browserWindow(page)
      await window.evaluate((one) => one.close())
      return true
    },
    answerDialog(answer) {
      const waiting = waitingDialogs.shift()
      if (waiting === undefined) answers.push(answer)
      else waiting(answer)
    },
    waitForEnd,
    async close() {
      stopped = true
      if (electron === null) return
      const ended = waitForEnd()
      await live()
        .evaluate(({ app }) => app.quit())
        .catch(() => {})
      await Promise.race([ended, after(20_000).then(() => electron?.process().kill('SIGKILL'))])
    },
    async kill(signal = 'SIGKILL') {
      stopped = true
      if (electron === null) return
      const ended = waitForEnd()
      electron.process().kill(signal)
      await ended
    },
  }
}
