import { spawn } from 'node:child_process'
import { join } from 'node:path'

import { root } from './project.mjs'
import { ready } from './setup.mjs'

ready()
const say = (line) => process.stderr.write(`${line}\n`)

if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
  say(
    'There is no display to open a window on. Run `xvfb-run npm start` for a display of its own, or `npm run demo`, which does the main job without one.',
  )
  process.exit(1)
}

const { buildOrExit } = await import('./bundle.mjs')
await buildOrExit()
const { fetchElectron } = await import('./electron-binary.mjs')
const electron = fetchElectron()
const rest = process.argv.slice(2)

function run(program, args) {
  const child = spawn(program, args, { cwd: root, stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('close', (code) => process.exit(code ?? 1))
}

if (electron !== null) {
  say('Opening Habeas in Electron.')
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  run(electron, [...asRoot, root, ...rest])
} else {
  const { ensureBrowser } = await import('./find-browser.mjs')
  const browser = ensureBrowser(say)
  if (browser === null) process.exit(1)
  say('Electron\u2019s binary is not here and could not be fetched: opening Habeas in a Chromium window through the stand-in.')
  run(process.execPath, [join(root, 'build/stand-in/launch.mjs'), ...rest])
}
