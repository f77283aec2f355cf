// npm run bench [-- --sizes 1000,10000] [--print] [--folder WHERE]: builds vaults of made-up case files, measures them,
// writes the table into docs/performance.md where 100,000 is among the sizes. Nothing here is a timed test.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

import { root } from './project.mjs'
import { ready } from './setup.mjs'

ready()
if (!process.argv.includes('--page=not')) {
  const [{ buildOrExit }, { ensureBrowser }] = await Promise.all([import('./bundle.mjs'), import('./find-browser.mjs')])
  await buildOrExit()
  const browser = ensureBrowser((line) => process.stderr.write(`${line}\n`))
  if (browser === null) process.exit(1)
  process.env['HABEAS_BROWSER'] = browser
}
const { status } = spawnSync(process.execPath, [join(root, 'tests/bench/run.ts'), ...process.argv.slice(2)], { stdio: 'inherit' })
process.exitCode = status ?? 1
