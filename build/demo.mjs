/** `npm run demo`: the main job without a display. Leaves the report and pictures of the screens in `demo-output/`. */
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

import { root } from './project.mjs'
import { ready } from './setup.mjs'

ready()
const say = (line) => process.stdout.write(`${line}\n`)
const output = join(root, 'demo-output')

const { prepare } = await import('./demo/desk.mjs')
const engine = await prepare(say)
if (engine === null) process.exit(1)
rmSync(output, { recursive: true, force: true })
mkdirSync(output, { recursive: true })
try {
  const { walkThrough } = await import('./demo/walk.mjs')
  await walkThrough({ engine, output, say })
  const files = readdirSync(output).toSorted()
  for (const needed of ['report.pdf', 'report-es.pdf', 'case-light-en.png', 'case-dark-es.png'])
    if (!files.includes(needed)) throw new Error(`${needed} is missing.`)
  say(`\nIn ${output}:`)
  for (const file of files) say(`  ${file.padEnd(24)} ${Math.ceil(statSync(join(output, file)).size / 1024)} KB`)
} catch (error) {
  process.stderr.write(`The demonstration failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  process.exit(1)
}
