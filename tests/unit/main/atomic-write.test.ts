import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { writeAtomically } from '../../../electron/main/atomic-write.ts'
import { asCallError, CallFailure } from '../../../electron/main/call-failure.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'habeas-write-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('writing a file whole or not at all', () => {
  it('replaces what was there and leaves nothing else behind', async () => {
    const path = join(folder, 'report.pdf')
    writeFileSync(path, 'old')
    await writeAtomically(path, new Uint8Array([1, 2, 3]), async () => expect(readFileSync(path, 'utf8')).toBe('old'))
    expect([...readFileSync(path)]).toEqual([1, 2, 3])
    expect(readdirSync(folder)).toEqual(['report.pdf'])
  })

  it('leaves the old file and nothing of the new one when it is refused at the last moment', async () => {
    const path = join(folder, 'report.pdf')
    writeFileSync(path, 'old')
    await expect(writeAtomically(path, 'new', () => Promise.reject(new CallFailure('locked')))).rejects.toThrow('locked')
    expect(readFileSync(path, 'utf8')).toBe('old')
    expect(readdirSync(folder)).toEqual(['report.pdf'])
  })

  it('fails with the system’s reason where the folder is missing', async () => {
    await expect(writeAtomically(join(folder, 'no/report.pdf'), 'x')).rejects.toMatchObject({ code: 'ENOENT' })
  })
})

describe('what crosses to the page of a fault', () => {
  const system = (code: string): Error => Object.assign(new Error(`${code}: cannot write '/home/ana/Case of Ana.pdf'`), { code })
  it.each([
    ['ENOSPC', 'disk_full'],
    ['EROFS', 'read_only'],
    ['EACCES', 'read_only'],
    ['EIO', 'disk_failed'],
  ])('%s is %s, without a path', (code, expected) => {
    const error = asCallError(system(code), 'reports.save')
    expect(error.code).toBe(expected)
    expect(JSON.stringify(error)).not.toContain('Ana')
  })
  it('is a refusal as it was', () =>
    expect(asCallError(new CallFailure('exists', { what: 'file' }), 'x')).toEqual({ code: 'exists', params: { what: 'file' } }))
  it('is nothing of a thrown value', () => expect(asCallError('Ana', 'x')).toEqual({ code: 'internal', params: { where: 'x' } }))
})
