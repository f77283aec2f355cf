import { createHash } from 'node:crypto'
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'

import { oneAtATime } from './one-at-a-time.mjs'
import { root } from './project.mjs'

const out = join(root, 'out')
const stamp = join(out, '.stamp')
const sources = [
  ...['electron', 'renderer', 'migrations', 'package.json', 'package-lock.json'],
  ...['bundle', 'bundle-configs', 'css-types', 'fonts', 'lingui.config'].map((name) => `build/${name}.mjs`),
]

/** Hash of every file that the build reads: what was built from the same input is not built again. */
function inputHash() {
  const hash = createHash('sha256')
  for (const source of sources) {
    const path = join(root, source)
    const files = source.includes('.')
      ? [path]
      : readdirSync(path, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name))
          .toSorted()
    for (const file of files)
      if (!file.endsWith('.css.d.ts')) hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

export const isBuilt = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === inputHash()

/**
 * Builds everything into `out/`, unless it stands there already, built from the same files. It is built beside and then
 * put in its place, one process after the other: whoever runs the program meanwhile never meets half of it.
 */
export async function build({ force = false, say = (line) => process.stderr.write(`${line}\n`) } = {}) {
  if (!force && isBuilt()) return
  await oneAtATime(join(root, 'node_modules', '.habeas-building'), async () => {
    if (!force && isBuilt()) return
    say('Building Habeas.')
    const beside = join(root, 'node_modules', '.habeas-out')
    rmSync(beside, { recursive: true, force: true })
    const hash = inputHash()
    await buildInto(beside)
    writeFileSync(join(beside, '.stamp'), hash)
    const before = join(root, 'node_modules', '.habeas-out-before')
    rmSync(before, { recursive: true, force: true })
    if (existsSync(out)) renameSync(out, before)
    renameSync(beside, out)
    rmSync(before, { recursive: true, force: true })
  })
}

async function buildInto(folder) {
  const [{ build: viteBuild }, configs, { calls }, { writeCssTypes }] = await Promise.all([
    import('vite'),
    import('./bundle-configs.mjs'),
    import('../electron/contract/index.ts'),
    import('./css-types.mjs'),
  ])
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const define = {
    __HABEAS_CALLS__: JSON.stringify(Object.keys(calls)),
    __HABEAS_VERSION__: JSON.stringify(version),
    __HABEAS_BUILT_ON__: JSON.stringify(builtOn()),
  }
  for (const [entry, file] of Object.entries(configs.nodeEntries)) await viteBuild(configs.nodeConfig(folder, entry, file, define))
  await viteBuild(configs.preloadConfig(folder, define))
  writeCssTypes()
  await viteBuild(configs.pageConfig(folder, define))
  await copyData(folder)
}

/** Day of the build, so that the app can show its age; SOURCE_DATE_EPOCH makes a build repeatable. */
function builtOn() {
  const epoch = process.env['SOURCE_DATE_EPOCH']
  return new Date(epoch ? Number(epoch) * 1000 : Date.now()).toISOString().slice(0, 10)
}

async function copyData(folder) {
  const { reportFonts } = await import('./fonts.mjs')
  cpSync(join(root, 'migrations'), join(folder, 'migrations'), { recursive: true })
  cpSync(join(root, 'electron/reports/templates'), join(folder, 'templates'), { recursive: true })
  mkdirSync(join(folder, 'fonts'), { recursive: true })
  for (const font of reportFonts()) copyFileSync(font, join(folder, 'fonts', basename(font)))
}

/** Builds like `build`, or says why it can't and ends. */
export async function buildOrExit(options) {
  try {
    await build(options)
  } catch (error) {
    process.stderr.write(`The build failed. ${error instanceof Error ? error.message : String(error)}\n`)
    process.exit(1)
  }
}

if (process.argv[1] === import.meta.filename) {
  const { ready } = await import('./setup.mjs')
  ready()
  await buildOrExit({ force: process.argv.includes('--force') })
}
