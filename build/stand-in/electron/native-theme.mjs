import { extend, guard, makeEmitter } from './guard.mjs'
import { owner } from './owner.mjs'

const emitter = makeEmitter('nativeTheme', ['updated'])
let source = 'system'
let systemDark = false

const target = extend(emitter, {
  shouldUseHighContrastColors: false,
  shouldUseInvertedColorScheme: false,
  prefersReducedTransparency: false,
  inForcedColorsMode: false,
})
Object.defineProperties(target, {
  themeSource: {
    enumerable: true,
    get: () => source,
    set: (next) => {
      if (!['system', 'light', 'dark'].includes(next)) throw new TypeError(`${next} is not a theme source`)
      source = next
      owner.tell('theme', { source })
      emitter.emit('updated')
    },
  },
  shouldUseDarkColors: { enumerable: true, get: () => (source === 'system' ? systemDark : source === 'dark') },
})

/** `themeSource` sets the pages' `prefers-color-scheme`, as in Electron. */
export const nativeTheme = guard('nativeTheme', target)

owner.handle('systemTheme', ({ dark }) => {
  systemDark = dark
  emitter.emit('updated')
})
