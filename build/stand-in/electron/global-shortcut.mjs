import { mustBeReady } from './app.mjs'
import { guard } from './guard.mjs'
import { owner } from './owner.mjs'

const registered = new Map()
const takenByOthers = new Set()

/**
 * Keys that the app takes from the system. No key of the machine is really taken: the test presses them (`pressGlobally`),
 * and says which ones another program has already (`takeGlobalKey`). Accelerators are told apart by their text.
 */
export const globalShortcut = guard('globalShortcut', {
  register: (accelerator, callback) => {
    mustBeReady('globalShortcut')
    if (typeof callback !== 'function') throw new TypeError('globalShortcut.register needs a callback')
    if (takenByOthers.has(accelerator) || registered.has(accelerator)) return false
    registered.set(accelerator, callback)
    return true
  },
  isRegistered: (accelerator) => (mustBeReady('globalShortcut'), registered.has(accelerator)),
  unregister: (accelerator) => (mustBeReady('globalShortcut'), void registered.delete(accelerator)),
  unregisterAll: () => (mustBeReady('globalShortcut'), registered.clear()),
})

owner.handle('globalKey', ({ accelerator }) => {
  const callback = registered.get(accelerator)
  callback?.()
  return { pressed: callback !== undefined }
})
owner.handle('globalKeyTaken', ({ accelerator }) => void takenByOthers.add(accelerator))
