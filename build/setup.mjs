import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { root } from './project.mjs'

// This file runs on whatever Node a newcomer has (18 or newer): it brings the packages and the right Node.

const wanted = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).devDependencies.node
const oldest = 24
const windows = process.platform === 'win32'

const say = (line) => process.stderr.write(`${line}\n`)
const major = () => Number(process.versions.node.split('.')[0])

/** The C library of this Linux, worked out once, as the report behind it takes a while. */
let library
function libraryHere() {
  process.report.excludeNetwork = true
  return (library ??= process.report.getReport().header.glibcVersionRuntime === undefined ? 'musl' : 'glibc')
}

/** Whether a lock file's entry is the binary for this machine. npm under an old Node leaves such out without a word. */
const isForHere = ({ os, cpu, libc }) =>
  Boolean(os?.includes(process.platform) && cpu?.includes(process.arch) && (libc === undefined || libc.includes(libraryHere())))

/** Whether every package of the lock file is there in its version; what only other machines need may be missing. */
function isInstalled() {
  const installed = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(installed)) return false
  const [listed, there] = [join(root, 'package-lock.json'), installed].map((path) => JSON.parse(readFileSync(path, 'utf8')).packages)
  const isNeeded = (entry) => !(entry.optional || entry.devOptional) || isForHere(entry)
  return Object.entries(listed).every(([path, entry]) => path === '' || there[path]?.version === entry.version || !isNeeded(entry))
}

function install() {
  say(
    'Installing Habeas\u2019s packages as package-lock.json lists them (npm ci; a minute or two, nothing outside this folder but npm\u2019s cache).',
  )
  // npm under an old Node silently leaves out optional packages that ask for a newer one, so npm itself runs on Node 24.
  const args = major() >= oldest ? ['ci'] : ['exec', '--yes', `--package=node@${wanted}`, '--', 'npm', 'ci']
  const { status } = spawnSync('npm', [...args, '--no-audit', '--no-fund'], { cwd: root, stdio: ['ignore', 2, 2], shell: windows })
  if (status !== 0) {
    say(
      'The packages could not be installed; npm\u2019s words are above. Nothing else was done. With a network, run the same command again.',
    )
    process.exit(1)
  }
}

/** The Node that the packages brought along, if this machine's own is too old. */
const packagedNode = () =>
  [join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node'), join(root, 'node_modules', '.bin', 'node')].find((path) =>
    existsSync(path),
  )

/**
 * Makes sure that the packages are there and that this process runs on Node 24 or newer; where it does not, starts the
 * same script anew on the Node of the packages and ends with its exit code.
 */
export function ready() {
  if (!isInstalled()) install()
  if (major() >= oldest) return
  const node = packagedNode()
  if (node === undefined) {
    say(`Habeas needs Node ${oldest} or newer; this is ${process.version}. Install it and run the same command again.`)
    process.exit(1)
  }
  const { status } = spawnSync(node, process.argv.slice(1), { stdio: 'inherit', env: withBin() })
  process.exit(status ?? 1)
}

/** An environment whose path begins with the packages' programs, Node 24 among them. */
export const withBin = () => {
  const key = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH'
  return { ...process.env, [key]: [join(root, 'node_modules', '.bin'), process.env[key]].join(windows ? ';' : ':') }
}
