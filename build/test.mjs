import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { root } from './project.mjs'
import { ready, withBin } from './setup.mjs'

ready()
const say = (line) => process.stdout.write(`${line}\n`)

/** Parts of the tests; `npm test -- unit e2e` runs just those. */
const vitestParts = {
  unit: 'tests/unit',
  migrations: 'tests/migrations',
  vault: 'tests/vault',
  contract: 'tests/contract',
  faults: 'tests/faults',
  security: 'tests/security',
}
const known = ['types', 'lint', ...Object.keys(vitestParts), 'e2e']
const asked = process.argv.slice(2)
const unknown = asked.find((part) => !known.includes(part))
if (unknown !== undefined) {
  process.stderr.write(`There is no part "${unknown}"; there are ${known.join(', ')}.\n`)
  process.exit(2)
}
const wanted = (part) => asked.length === 0 || asked.includes(part)

const reports = mkdtempSync(join(tmpdir(), 'habeas-tests-'))
const tally = { passed: 0, failed: 0, skipped: 0 }
let broken = false

const run = (title, program, args, env = {}) => {
  say(`\n\u2014 ${title}`)
  const started = Date.now()
  const { status } = spawnSync(process.execPath, [join(root, 'node_modules', program), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...withBin(), ...env },
  })
  say(`  ${title}: ${status === 0 ? 'passed' : 'FAILED'} in ${((Date.now() - started) / 1000).toFixed(1)} s`)
  if (status !== 0) broken = true
  return status === 0
}

/** A check that is not counted in tests of its own counts as one. */
const check = (title, program, args) => {
  if (run(title, program, args)) tally.passed += 1
  else tally.failed += 1
}

/** Adds a runner's own count; a runner that fell over before it could report counts as one failure. */
function addReport(file, read) {
  const counts = existsSync(file) ? read(JSON.parse(readFileSync(file, 'utf8'))) : { failed: 1 }
  for (const [name, count] of Object.entries(counts)) tally[name] += count
}

const countVitest = ({ numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults }) => ({
  passed: numPassedTests,
  // A file that could not even be loaded has no test that failed.
  failed:
    numFailedTests + testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0).length,
  skipped: numPendingTests + numTodoTests,
})
const countPlaywright = ({ stats, errors }) => ({
  passed: stats.expected + stats.flaky,
  failed: stats.unexpected + (stats.unexpected === 0 ? errors.length : 0),
  skipped: stats.skipped,
})

const { build } = await import('./bundle.mjs')
const { writeCssTypes } = await import('./css-types.mjs')
writeCssTypes()
if (wanted('types')) check('types', 'typescript/bin/tsc', ['--project', '.'])
if (wanted('lint')) {
  check('lint', 'oxlint/bin/oxlint', ['--type-aware', '--deny-warnings'])
  check('format', 'oxfmt/bin/oxfmt', ['--check'])
}

const hasTests = (folder) => existsSync(folder) && readdirSync(folder, { recursive: true }).some((file) => file.endsWith('.test.ts'))
const parts = Object.entries(vitestParts).filter(([part, folder]) => wanted(part) && hasTests(join(root, folder)))
const runsApp = wanted('e2e') || parts.some(([part]) => part !== 'unit')
const { ensureBrowser } = await import('./find-browser.mjs')
const { ensureTestPrograms } = await import('./apt.mjs')
if (parts.length > 0 || wanted('e2e')) ensureTestPrograms(say)
const browser = runsApp ? ensureBrowser() : null
const env = browser === null ? {} : { HABEAS_BROWSER: browser }

if (parts.length > 0 || wanted('e2e')) {
  try {
    await build({ say })
  } catch (error) {
    // What needs no built files is still run: it may say why.
    say(`The build failed: ${error instanceof Error ? error.message : String(error)}`)
    tally.failed += 1
  }
}

for (const [part, folder] of parts) {
  const file = join(reports, `${part}.json`)
  run(part, 'vitest/vitest.mjs', ['run', folder, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`], env)
  addReport(file, countVitest)
}

if (wanted('e2e')) {
  const file = join(reports, 'e2e.json')
  const config = join('build', 'playwright.config.ts')
  if (browser !== null) run('e2e', '@playwright/test/cli.js', ['test', '--config', config], { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: file })
  addReport(file, countPlaywright)
}

rmSync(reports, { recursive: true, force: true })
if (tally.passed + tally.failed === 0 || (broken && tally.failed === 0)) tally.failed += 1
say('')
say(`${tally.passed} passed, ${tally.failed} failed${tally.skipped > 0 ? `, ${tally.skipped} skipped` : ''}`)
process.exit(tally.failed > 0 || broken ? 1 : 0)
