import { fork } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

import { buildVault } from './build-vault.ts'
import type { Measured } from './measure.ts'
import { resultsOf } from './results.ts'

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000,100000' },
    /** Writes no file, prints only. */
    print: { type: 'boolean', default: false },
    /** Keeps the vaults there, and takes those that are there already. */
    folder: { type: 'string' },
  },
})
const sizes = values.sizes.split(',').map(Number)
if (sizes.some((size) => !Number.isInteger(size) || size < 50)) throw new RangeError('--sizes takes whole numbers from 50 on, with commas')
const say = (line: string): void => void process.stderr.write(`${line}\n`)
const folder = values.folder ?? mkdtempSync(join(tmpdir(), 'habeas-bench-'))
mkdirSync(folder, { recursive: true })

/** Each vault is built by one process and measured by another, which has seen nothing but that vault, as the vault process. */
async function measured(size: number): Promise<Measured> {
  const vault = join(folder, `synthetic-${size}.habeas`)
  if (!existsSync(vault)) {
    const start = performance.now()
    await buildVault(vault, size, (line) => say(`  ${line}`))
    say(`${size} case files built in ${Math.round((performance.now() - start) / 1000)} s`)
  }
  const child = fork(join(import.meta.dirname, 'measure-process.ts'), [vault, String(size)], { serialization: 'advanced' })
  return new Promise((resolve, reject) => {
    child.on('message', (message) => resolve(message as Measured))
    child.on('exit', (code) => reject(new Error(`measuring ${size} ended with ${String(code)}`)))
  })
}

const [begin, end] = ['<!-- results: written by npm run bench -->', '<!-- end of results -->']

try {
  const all: Measured[] = []
  for (const size of sizes) all.push(await measured(size))
  const text = resultsOf(all, loadavg()[1] ?? 0)
  process.stdout.write(`${text}\n`)
  const file = join(import.meta.dirname, '../../docs/performance.md')
  const isWhole = sizes.includes(100_000)
  if (!values.print && isWhole && existsSync(file)) {
    const before = readFileSync(file, 'utf8')
    const [from, to] = [before.indexOf(begin), before.indexOf(end)]
    if (from >= 0 && to > from) writeFileSync(file, `${before.slice(0, from + begin.length)}\n\n${text}\n\n${before.slice(to)}`)
  }
} finally {
  if (values.folder === undefined) rmSync(folder, { recursive: true, force: true })
}
