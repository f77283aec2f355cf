import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { describe, expect, test } from 'vitest'

import { verifyVault } from '../../electron/vault/index.ts'
import { newVault, open, passphrase } from './support.ts'

const kills = 10

/** Lets a process write until it has answered `answers` changes, then kills it as a power cut would. */
async function writeAndKill(folder: string, answers: number): Promise<string[]> {
  const writer = spawn(process.execPath, [join(import.meta.dirname, 'kill-writer.ts'), folder, passphrase], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const answered: string[] = []
  for await (const line of createInterface({ input: writer.stdout })) {
    answered.push(line)
    if (answered.length === answers) writer.kill('SIGKILL')
  }
  if (writer.exitCode === null && writer.signalCode === null) await once(writer, 'exit')
  expect(writer.signalCode).toBe('SIGKILL')
  return answered
}

describe('no answered change is lost (security rule 3)', () => {
  test(`${kills} kills in the middle of writing`, { timeout: 60_000 }, async () => {
    const vault = await newVault()
    const { folder } = vault
    vault.close()
    const answered: string[] = []
    for (let kill = 1; kill <= kills; kill += 1) answered.push(...(await writeAndKill(folder, kill * 7)))
    expect(answered.length).toBeGreaterThanOrEqual((kills * (kills + 1) * 7) / 2)

    const opened = await open(folder)
    const there = new Set(opened.db.prepare<[], string>("SELECT revision || ' ' || uuid FROM persons").pluck().all())
    expect(answered.filter((line) => !there.has(line))).toEqual([])
    expect(verifyVault(opened).faults).toEqual([])
    opened.close()
  })
})
