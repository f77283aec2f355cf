import { mustBeReady } from './app.mjs'
import { guard } from './guard.mjs'
import { owner } from './owner.mjs'

/** Plain text only, and by promises, as Electron 45 has it. It is the clipboard of the launcher's Chromium. */
export const clipboard = guard('clipboard', {
  writeText: async (text) => {
    mustBeReady('clipboard')
    await owner.ask('clipboard.write', { text: String(text) })
  },
  readText: () => owner.ask('clipboard.read', {}),
  clear: () => void owner.ask('clipboard.write', { text: '' }).catch(() => {}),
})
