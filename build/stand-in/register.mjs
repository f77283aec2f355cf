/**
 * `node --import ./build/stand-in/register.mjs out/main/index.js` runs the built main file with `electron` resolved to
 * the stand-in. Main's own code runs to its end first, then the browser starts and the app becomes ready, as in Electron.
 */
import { registerHooks } from 'node:module'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const standIn = new URL('./electron/index.mjs', import.meta.url).href
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' || specifier === 'electron/main'
      ? { url: standIn, format: 'module', shortCircuit: true }
      : next(specifier, context),
})
process.type = 'browser'
process.defaultApp = true
Object.defineProperty(process.versions, 'electron', { value: 'stand-in', enumerable: true })

const { becomeReady } = await import('./electron/app.mjs')
process.argv[1] = resolve(process.argv[1])
await import(pathToFileURL(process.argv[1]).href)
await becomeReady()
