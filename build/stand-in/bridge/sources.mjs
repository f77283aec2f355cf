import { randomBytes } from 'node:crypto'

import { makeWire } from '../wire.mjs'
import { makePassage, startPageWorld, startPreloadWorld } from './worlds.mjs'

export const preloadWorld = 'Electron Isolated Context'

/** The two scripts of one window. Their shared channel and the binding have names that no page can guess. */
export function makeScripts(preload, accelerators) {
  const channel = `stand-in-${randomBytes(16).toString('hex')}`
  const binding = `standIn${randomBytes(16).toString('hex')}`
  // A preload runs in main frames only, since nodeIntegrationInSubFrames is always off here.
  const inMainFrame = (code) => `(() => { if (window !== window.top) return; ${code} })()`
  const page = inMainFrame(`(${startPageWorld})(${JSON.stringify(channel)}, ${makePassage})`)
  const body = preload === null ? 'null' : `function (require, module, exports, process) {${preload}\n}`
  const isolated = inMainFrame(
    `(${startPreloadWorld})(${JSON.stringify(channel)}, ${JSON.stringify(binding)}, ${makePassage}, ${makeWire}, ${JSON.stringify(accelerators)}, ${body})`,
  )
  return { page, isolated, binding }
}
