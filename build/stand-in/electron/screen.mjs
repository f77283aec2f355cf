import { mustBeReady } from './app.mjs'
import { extend, guard, makeEmitter } from './guard.mjs'

const area = { x: 0, y: 0, width: 1440, height: 900 }
const display = guard('Display', {
  id: 1,
  bounds: area,
  workArea: area,
  size: { width: area.width, height: area.height },
  workAreaSize: { width: area.width, height: area.height },
  scaleFactor: 1,
  rotation: 0,
})

/** One screen of fixed size. */
export const screen = guard(
  'screen',
  extend(makeEmitter('screen', [], ['display-added', 'display-removed', 'display-metrics-changed']), {
    getPrimaryDisplay: () => {
      mustBeReady('screen')
      return display
    },
    getAllDisplays: () => [display],
  }),
)
