import { mkdirSync, readFileSync, statSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { dirname, isAbsolute, join } from 'node:path'

import { extend, guard, makeEmitter, makeEvent, onlyOptions } from './guard.mjs'
import { owner } from './owner.mjs'
import { askForLock, releaseLock } from './single-instance.mjs'

const packageFile = (() => {
  for (let folder = dirname(process.argv[1]); folder !== dirname(folder); folder = dirname(folder)) {
    try {
      return { folder, ...JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) }
    } catch {
      continue
    }
  }
  throw new Error('The stand-in finds no package.json above the main file.')
})()

/** Windows and what else has to go before the app may end; filled by browser-window.mjs. */
export const windowsOf = { all: () => [], closeAll: () => true, destroyAll: () => {} }

const emitter = makeEmitter(
  'app',
  [
    'ready',
    'will-finish-launching',
    'before-quit',
    'will-quit',
    'quit',
    'window-all-closed',
    'second-instance',
    'browser-window-created',
    'web-contents-created',
    'render-process-gone',
    'child-process-gone',
    'activate',
  ],
  // No request leaves the stand-in, so no certificate, login or client certificate is ever asked for.
  ['certificate-error', 'select-client-certificate', 'login', 'open-file', 'open-url', 'gpu-info-update'],
)
const switches = new Map()
const readSwitches = (list) => {
  for (const argument of list) {
    const match = /^--([^=]+)(?:=(.*))?$/s.exec(argument)
    if (match !== null) switches.set(match[1], match[2] ?? '')
  }
}
readSwitches(process.argv.slice(2))

let name = packageFile.productName ?? packageFile.name
let ready = false
let quitting = false
let readyResolve
const readiness = new Promise((resolve) => {
  readyResolve = resolve
})

const home = () => homedir()
const appData = () => {
  if (process.platform === 'darwin') return join(home(), 'Library', 'Application Support')
  if (process.platform === 'win32') return process.env['APPDATA'] ?? join(home(), 'AppData', 'Roaming')
  return process.env['XDG_CONFIG_HOME'] ?? join(home(), '.config')
}
const paths = new Map()
const defaults = {
  home,
  appData,
  userData: () => join(app.getPath('appData'), name),
  sessionData: () => app.getPath('userData'),
  temp: () => tmpdir(),
  exe: () => process.execPath,
  desktop: () => join(home(), 'Desktop'),
  documents: () => join(home(), 'Documents'),
  downloads: () => join(home(), 'Downloads'),
  logs: () => join(app.getPath('userData'), 'logs'),
  crashDumps: () => join(app.getPath('userData'), 'Crashpad'),
}

function endProcess(code) {
  releaseLock()
  // The launcher kills the browser when this process is gone, as Electron's windows go with their process.
  process.exit(code)
}

/** All windows are closed: what Electron does next. */
export function allClosed() {
  if (quitting) return finishQuitting()
  if (emitter.listenerCount('window-all-closed') > 0) emitter.emit('window-all-closed')
  else app.quit()
}

function finishQuitting() {
  const event = makeEvent()
  emitter.emit('will-quit', event)
  if (event.defaultPrevented) {
    quitting = false
    return
  }
  emitter.emit('quit', makeEvent(), 0)
  endProcess(0)
}

const commandLine = guard('app.commandLine', {
  appendSwitch: (key, value = '') => {
    if (ready) throw new Error('The stand-in starts the browser when the app is ready; switches come before that.')
    switches.set(key.toLowerCase(), value)
  },
  hasSwitch: (key) => switches.has(key),
  getSwitchValue: (key) => switches.get(key) ?? '',
  removeSwitch: (key) => switches.delete(key),
})
const appended = new Set()
const { appendSwitch } = commandLine
commandLine.appendSwitch = (key, value) => {
  appended.add(key.toLowerCase())
  appendSwitch(key, value)
}

export const app = guard(
  'app',
  extend(emitter, {
    name,
    isPackaged: false,
    commandLine,
    whenReady: () => readiness,
    isReady: () => ready,
    getName: () => name,
    setName: (next) => {
      name = next
    },
    getVersion: () => packageFile.version,
    getAppPath: () => packageFile.folder,
    getLocale: () => (ready ? new Intl.DateTimeFormat().resolvedOptions().locale : ''),
    getSystemLocale: () => new Intl.DateTimeFormat().resolvedOptions().locale,
    getPreferredSystemLanguages: () => {
      const set = process.env['LANGUAGE'] || process.env['LC_ALL'] || process.env['LANG'] || 'en_US'
      return set.split(':').map((one) =>
        one
          .replace(/\..*$/, '')
          .replace('_', '-')
          .replace(/^(?:C|POSIX)$/, 'en-US'),
      )
    },
    getPath: (key) => {
      if (paths.has(key)) return paths.get(key)
      if (!Object.hasOwn(defaults, key)) throw new Error(`The stand-in has no path '${key}' in electron.app.getPath`)
      return defaults[key]()
    },
    setPath: (key, path) => {
      if (!Object.hasOwn(defaults, key)) throw new Error(`The stand-in has no path '${key}' in electron.app.setPath`)
      if (!isAbsolute(path)) throw new Error('Path must be absolute')
      if (!statSync(path, { throwIfNoEntry: false })?.isDirectory())
        throw new Error(`The folder does not exist: electron.app.setPath('${key}')`)
      paths.set(key, path)
    },
    focus: () => {},
    quit: () => {
      if (quitting) return
      quitting = true
      const event = makeEvent()
      emitter.emit('before-quit', event)
      if (event.defaultPrevented) {
        quitting = false
        return
      }
      // Electron quits from its own loop, after the caller's code; a refused single-instance lock is told first.
      setImmediate(async () => {
        await secondInstanceTold
        if (windowsOf.all().length === 0) return finishQuitting()
        if (!windowsOf.closeAll()) quitting = false
      })
    },
    exit: (code = 0) => {
      windowsOf.destroyAll()
      endProcess(code)
    },
    relaunch: (options = {}) => {
      onlyOptions('app.relaunch', options, ['args'])
      // As with Electron, what is given takes the place of all that was given at the start, the app's own path among it.
      const [first, ...rest] = options.args ?? process.argv.slice(1)
      owner.tell('relaunch', { args: first === process.argv[1] ? rest : (options.args ?? []) })
    },
    requestSingleInstanceLock: (additionalData) => {
      mkdirSync(app.getPath('userData'), { recursive: true })
      const answer = askForLock(app.getPath('userData'), { argv: process.argv, cwd: process.cwd(), additionalData }, (message) =>
        emitter.emit('second-instance', makeEvent(), message.argv, message.cwd, message.additionalData),
      )
      secondInstanceTold = answer.told
      return answer.primary
    },
    releaseSingleInstanceLock: () => releaseLock(),
    enableSandbox: () => {
      if (ready) throw new Error('app.enableSandbox() can only be called before app is ready')
    },
    disableHardwareAcceleration: () => {
      if (ready) throw new Error('app.disableHardwareAcceleration() can only be called before app is ready')
      appended.add('disable-gpu')
      switches.set('disable-gpu', '')
    },
    setAppUserModelId: () => {},
    setAboutPanelOptions: () => {},
    clearRecentDocuments: () => {},
  }),
)
let secondInstanceTold = Promise.resolve()

/** Starts the browser once main's own code has run, then says that the app is ready. */
export async function becomeReady() {
  emitter.emit('will-finish-launching')
  const started = await owner.ask('start', { switches: [...appended].map((key) => [key, switches.get(key)]) })
  Object.defineProperty(process.versions, 'chrome', { value: started.chrome, enumerable: true })
  ready = true
  emitter.emit('ready', makeEvent(), {})
  readyResolve()
}

export const mustBeReady = (what) => {
  if (!ready) throw new Error(`${what} can only be used after the app is ready`)
}
