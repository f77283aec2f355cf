import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const isDebian = () => {
  try {
    return /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'))
  } catch {
    return false
  }
}

/** Whether Debian packages can be installed here without asking: root on Debian or Ubuntu. */
export const canInstall = () => process.platform === 'linux' && isDebian() && process.getuid?.() === 0

/** Installs Debian packages, having said which; apt-get's own words go to standard error. */
export function aptInstall(packages, say) {
  say(`Installing with apt-get: ${packages.join(' ')}.`)
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...packages]]) {
    const { status } = spawnSync('apt-get', args, { stdio: ['ignore', 2, 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
    if (status !== 0) return false
  }
  return true
}

const isOnPath = (program) => (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)))

/** Programs that some tests use, and the Debian packages that bring them. */
const testPrograms = { pdftotext: 'poppler-utils', strace: 'strace', ip: 'iproute2', unshare: 'util-linux', cc: 'gcc libc6-dev' }

/** The independent reader of a vault (tests/reader) runs on Debian's own Python, with two of its packages. */
const readerPackages = ['python3', 'python3-cryptography', 'python3-argon2']
const hasReader = () => spawnSync('/usr/bin/python3', ['-c', 'import argon2, cryptography'], { stdio: 'ignore' }).status === 0

/** Installs what the tests use where that can be done; else says what is missing: tests that need it are then skipped. */
export function ensureTestPrograms(say) {
  if (process.platform !== 'linux') return
  const missing = Object.entries(testPrograms).filter(([program]) => !isOnPath(program))
  const packages = [...new Set(missing.flatMap(([, names]) => names.split(' '))), ...(hasReader() ? [] : readerPackages)]
  if (packages.length === 0) return
  if (canInstall() && aptInstall(packages, say)) return
  say(`Not found: the packages ${packages.join(', ')}. Tests that need them are skipped.`)
}
