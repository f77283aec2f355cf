import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, describe, test } from 'vitest'

import { runInNamespace, whyNoNamespace } from './support/network-namespace.ts'

const noNamespace = whyNoNamespace()

describe('Rules 9 and 10: a hostile page', () => {
  test('that tries forty ways out sends no packet and has no name looked up', { timeout: 180_000 }, async ({ skip }) => {
    if (noNamespace !== null) skip(noNamespace)
    const root = mkdtempSync(join(tmpdir(), 'habeas-attack-'))
    for (const name of ['home', 'temporary']) mkdirSync(join(root, name))
    try {
      const env = { ...process.env, HOME: join(root, 'home'), TMPDIR: join(root, 'temporary') }
      const run = await runInNamespace([process.execPath, join(import.meta.dirname, 'day/attack.ts'), join(root, 'day')], {
        env,
        milliseconds: 150_000,
      })
      const line = run.output.split('\n').find((one) => one.startsWith('{'))
      const results = JSON.parse(line ?? '{}') as Record<string, string>
      expect(Object.keys(results).length).toBeGreaterThan(38)
      expect(Object.values(results).filter((outcome) => outcome.startsWith('reached'))).toEqual([])
      expect(run.away).toEqual({ packets: 0, bytes: 0 })
      process.stdout.write(`  attack: ${Object.keys(results).length} ways out tried, ${run.away.packets} packets\n`)
    } finally {
      rmSync(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
    }
  })
})
