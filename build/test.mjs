import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
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

function addReport(file, read) {
  if (!existsSync(file)) {
    // The runner fell over before it could report.
    broken = true
    tally.failed += 1
    return
  }
  for (const [name, count] of Object.entries(read(JSON.parse(readFileSync(file, 'utf8'))))) tally[name] += count
}

const { build } = await import('./bundle.mjs')
const { writeCssTypes } = await import('./css-types.mjs')
writeCssTypes()
if (wanted('types')) check('types', 'typescript/bin/tsc', ['--project', '.'])
if (wanted('lint')) {
  check('lint', 'oxlint/bin/oxlint', ['--type-aware', '--deny-warnings'])
  check('format', 'oxfmt/bin/oxfmt', ['--check'])
}
await build({ say })

const parts = Object.entries(vitestParts).filter(([part, folder]) => wanted(part) && existsSync(join(root, folder)))
for (const [part, folder] of parts) {
  const file = join(reports, `${part}.json`)
  run(part, 'vitest/vitest.mjs', ['run', folder, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`])
  addReport(file, (report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests + (report.numFailedTestSuites > 0 && report.numFailedTests === 0 ? 1 : 0),
    skipped: report.numPendingTests,
  }))
}

if (wanted('e2e')) {
  const { ensureBrowser } = await import('./find-browser.mjs')
  const browser = ensureBrowser()
  if (browser === null) broken = true
  else {
    const file = join(reports, 'e2e.json')
    run('e2e', '@playwright/test/cli.js', ['test', '--config', 'build/playwright.config.ts'], {
      PLAYWRIGHT_JSON_OUTPUT_NAME: file,
      HABEAS_BROWSER: browser,
    })
    addReport(file, ({ stats }) => ({ passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped }))
  }
}

rmSync(reports, { recursive: true, force: true })
if (tally.passed + tally.failed === 0 || (broken && tally.failed === 0)) tally.failed += 1
say('')
say(`${tally.passed} passed, ${tally.failed} failed${tally.skipped > 0 ? `, ${tally.skipped} skipped` : ''}`)
process.exit(tally.failed > 0 || broken ? 1 : 0)
