// Completes package-lock.json: run after any change of the dependencies (npm run lock).
// Where a registry lacks a platform's binary for a version, npm leaves its entry out without a word, and `npm ci` then
// refuses on every machine. The entries written here carry what npm needs to know which machine they are for.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { root } from './project.mjs'

const systems = ['android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'sunos', 'aix', 'openharmony', 'win32']
const processors = {
  arm64: 'arm64',
  x64: 'x64',
  ia32: 'ia32',
  arm: 'arm',
  riscv64: 'riscv64',
  ppc64: 'ppc64',
  s390x: 's390x',
  loong64: 'loong64',
}

/** Platform of a package by its name (`…-linux-x64-musl`), or null where the name says none. */
export function platformOf(name) {
  const parts = name.slice(name.lastIndexOf('/') + 1).split('-')
  const at = parts.findLastIndex((part) => systems.includes(part))
  const cpu = at < 0 ? undefined : processors[parts[at + 1]]
  if (cpu === undefined) return null
  const abi = parts[at + 2]
  const libc = parts[at] !== 'linux' ? undefined : abi?.startsWith('musl') ? 'musl' : abi?.startsWith('gnu') ? 'glibc' : undefined
  return { os: [parts[at]], cpu: [cpu], ...(libc === undefined ? {} : { libc: [libc] }) }
}

/** Platform packages that a lock file's packages name and that have no entry: `[path in the lock file, version, platform]`. */
export function missingPlatforms(lock) {
  const missing = []
  for (const [path, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const platform = platformOf(name)
      const places = [`${path}/node_modules/${name}`, `node_modules/${name}`]
      if (platform !== null && !places.some((place) => place in lock.packages))
        missing.push([`node_modules/${name}`, version, platform, entry])
    }
  }
  return missing
}

if (process.argv[1] === import.meta.filename) {
  const path = join(root, 'package-lock.json')
  const lock = JSON.parse(readFileSync(path, 'utf8'))
  for (const [place, version, platform, parent] of missingPlatforms(lock)) {
    lock.packages[place] = {
      version,
      ...platform,
      license: parent.license,
      optional: true,
      ...(parent.dev ? { dev: true } : {}),
      engines: parent.engines,
    }
  }
  const sorted = Object.entries(lock.packages).toSorted(([a], [b]) => a.localeCompare(b, 'en'))
  writeFileSync(path, `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`)
}
