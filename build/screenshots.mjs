/** `node build/screenshots.mjs`: takes the pictures of docs/screenshots/ anew, out of the demonstration. */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { root } from './project.mjs'
import { ready } from './setup.mjs'

ready()
const kept = ['unlock-en', 'search-en', 'case-light-en', 'case-dark-en', 'case-light-es', 'intake-en', 'report-en', 'report-es'].map(
  (name) => `${name}.png`,
)
const { prepare } = await import('./demo/desk.mjs')
const engine = await prepare((line) => process.stderr.write(`${line}\n`))
if (engine === null) process.exit(1)
const { walkThrough } = await import('./demo/walk.mjs')
const output = mkdtempSync(join(tmpdir(), 'habeas-pictures-'))
const pictures = join(root, 'docs/screenshots')
try {
  await walkThrough({ engine, output, say: () => {} })
  mkdirSync(pictures, { recursive: true })
  for (const name of kept) copyFileSync(join(output, name), join(pictures, name))
  process.stdout.write(`${kept.length} pictures in ${pictures}\n`)
} finally {
  rmSync(output, { recursive: true, force: true })
}
