import { spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { z } from 'zod'

// Debian's own Python, whose packages python3-cryptography and python3-argon2 belong to; another may stand first on the path.
const interpreters = ['/usr/bin/python3', 'python3']
const needed = 'import argon2, cryptography, sqlite3; sqlite3.Connection.deserialize'
const reader = join(import.meta.dirname, '../../reader/read_vault.py')

/** A Python that has what the independent reader needs, or undefined. */
export const python: string | undefined = interpreters.find((program) => spawnSync(program, ['-c', needed]).status === 0)

const fault = z.looseObject({ what: z.string() })
const listed = z.strictObject({
  ref: z.string(),
  name: z.string(),
  custodyStatus: z.string().nullable(),
  changedAt: z.iso.datetime(),
  holds: z.record(z.string(), z.int()),
})
export const readerAnswer = z.looseObject({
  vault: z.looseObject({
    number: z.uuid(),
    generation: z.int(),
    cipher: z.string(),
    slots: z.array(z.looseObject({ kind: z.string(), label: z.string(), opened: z.boolean() })),
  }),
  backup: z
    .looseObject({ contents: z.looseObject({ title: z.string(), changeNo: z.int(), words: z.array(z.string()) }).nullable() })
    .optional(),
  title: z.string().nullish(),
  createdAt: z.iso.datetime().nullish(),
  schemaVersion: z.int().nullish(),
  caseworker: z.string().nullish(),
  lastChange: z.strictObject({ changeNo: z.int(), at: z.int().nullable(), words: z.array(z.string()) }).nullish(),
  counts: z.record(z.string(), z.int()).nullish(),
  cases: z.array(listed).nullish(),
  faults: z.array(fault),
})

/** Runs the independent reader; what it is to keep secret goes to its standard input. */
export function runReader(args: string[], input = ''): Promise<{ code: number | null; stdout: string; stderr: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(python ?? 'python3', ['-B', reader, ...args], { stdio: ['pipe', 'pipe', 'pipe'] })
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (part: string) => (stdout += part))
    child.stderr.setEncoding('utf8').on('data', (part: string) => (stderr += part))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, stdout, stderr }))
    child.stdin.on('error', () => undefined)
    child.stdin.end(input)
  })
}
