import { fork } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

import { buildVault } from './build-vault.ts'
import type { Measured } from './measure.ts'
import { measurePage } from './page/measure-page.ts'
import { pageResults } from './page/page-results.ts'
import { resultsOf } from './results.ts'

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000,100000' },
    /** Writes no file, prints only. */
    print: { type: 'boolean', default: false },
    /** Keeps the vaults there, and takes those that are there already. */
    folder: { type: 'string' },
    /** Measures the page over the built app at the largest size: `also`, `only`, or `not` at all. */
    page: { type: 'string', default: 'also' },
  },
})
const sizes = values.sizes.split(',').map(Number)
if (sizes.some((size) => !Number.isInteger(size) || size < 50)) throw new RangeError('--sizes takes whole numbers from 50 on, with commas')
if (!['also', 'only', 'not'].includes(values.page)) throw new RangeError('--page takes also, only or not')
const say = (line: string): void => void process.stderr.write(`${line}\n`)
const folder = values.folder ?? mkdtempSync(join(tmpdir(), 'habeas-bench-'))
mkdirSync(folder, { recursive: true })

/** The vault of a size, built now unless it was kept. */
async function vaultOf(size: number): Promise<string> {
  const vault = join(folder, `synthetic-${size}.habeas`)
  if (existsSync(vault)) return vault
  const start = performance.now()
  await buildVault(vault, size, (line) => say(`  ${line}`))
  say(`${size} case files built in ${Math.round((performance.now() - start) / 1000)} s`)
  return vault
}

/** Each vault is built by one process and measured by another, which has seen nothing but that vault, as the vault process. */
async function measured(size: number): Promise<Measured> {
  const child = fork(join(import.meta.dirname, 'measure-process.ts'), [await vaultOf(size), String(size)], { serialization: 'advanced' })
  return new Promise((resolve, reject) => {
    child.on('message', (message) => resolve(message as Measured))
    child.on('exit', (code) => reject(new Error(`measuring ${size} ended with ${String(code)}`)))
  })
}

const marks = {
  vault: ['<!-- results: written by npm run bench -->', '<!-- end of results -->'],
  page: ['<!-- page results: written by npm run bench -->', '<!-- end of page results -->'],
} as const

function write(part: keyof typeof marks, text: string): void {
  process.stdout.write(`${text}\n`)
  const file = join(import.meta.dirname, '../../docs/performance.md')
  if (values.print || !sizes.includes(100_000) || !existsSync(file)) return
  const before = readFileSync(file, 'utf8')
  const [begin, end] = marks[part]
  const [from, to] = [before.indexOf(begin), before.indexOf(end)]
  if (from >= 0 && to > from) writeFileSync(file, `${before.slice(0, from + begin.length)}\n\n${text}\n\n${before.slice(to)}`)
}

try {
  if (values.page !== 'only') {
    const all: Measured[] = []
    for (const size of sizes) all.push(await measured(size))
    write('vault', resultsOf(all, loadavg()[1] ?? 0))
  }
  if (values.page !== 'not') {
    const largest = Math.max(...sizes)
    write('page', pageResults(await measurePage(await vaultOf(largest), largest, (what) => say(`page: ${what}`)), loadavg()[1] ?? 0))
  }
} finally {
  if (values.folder === undefined) rmSync(folder, { recursive: true, force: true })
}
