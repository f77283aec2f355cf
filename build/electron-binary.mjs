import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { root } from './project.mjs'

const electron = join(root, 'node_modules/electron')

/** Path of Electron's binary if it was fetched, else null. Loading the package itself would begin to fetch it. */
export function findElectron() {
  const name = join(electron, 'path.txt')
  if (!existsSync(name)) return null
  const path = join(electron, 'dist', readFileSync(name, 'utf8').trim())
  return existsSync(path) ? path : null
}

/** Electron's binary, fetched if this machine can; null where it can't (offline it fails at once). */
export function fetchElectron(say = (line) => process.stderr.write(`${line}\n`)) {
  const found = findElectron()
  if (found !== null) return found
  say('Fetching Electron.')
  spawnSync(process.execPath, [join(electron, 'install.js')], { cwd: root, stdio: 'ignore', timeout: 300_000 })
  return findElectron()
}
