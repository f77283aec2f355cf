import { spawn } from 'node:child_process'
import type { SpawnOptions } from 'node:child_process'
import { existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

import { programArguments } from './program.ts'

/** `FULL=1` runs what the goals of docs/reliability.md ask for; else a short version of the same. */
export const isFull = process.env['FULL'] === '1'

/** Seed of everything that looks random; another one by FAULTS_SEED. */
export const seed = Number(process.env['FAULTS_SEED'] ?? 20_261_128)

/** A count from the environment, for runs of other lengths; else the short or the whole one. */
export const count = (name: string, short: number, whole: number): number => Number(process.env[name] ?? (isFull ? whole : short))

const folders: string[] = []
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** A new empty folder without links in its path, in memory where asked and possible; gone when the file's tests are over. */
export function scratch(inMemory = false): string {
  const parent = inMemory && existsSync('/dev/shm') ? '/dev/shm' : tmpdir()
  const folder = realpathSync(mkdtempSync(join(parent, 'habeas-faults-')))
  folders.push(folder)
  return folder
}

export type Ended = { code: number | null; signal: NodeJS.Signals | null; output: string }

/** Runs one of the programs here to its end. */
export function runProgram(program: string, args: string[], options: SpawnOptions = {}): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, programArguments(program, ...args), { ...options, stdio: ['ignore', 'pipe', 'inherit'] })
    const parts: Buffer[] = []
    child.stdout?.on('data', (part: Buffer) => parts.push(part))
    child.on('error', reject)
    child.on('close', (code, signal) => resolve({ code, signal, output: Buffer.concat(parts).toString('utf8') }))
  })
}

/** What a program printed as JSON. */
export async function report<T>(program: string, args: string[], options: SpawnOptions = {}): Promise<T> {
  const { code, output } = await runProgram(program, args, options)
  if (code !== 0) throw new Error(`${program} ended with ${String(code)}: ${output.slice(-500)}`)
  return JSON.parse(output) as T
}

/** The one line that a test says: its figures. */
export const say = (line: string): void => void process.stdout.write(`${line}\n`)
