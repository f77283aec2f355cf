import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { eraseFacts, eraseVault, isTheWord, isVaultFolder } from '../../electron/main/quick-erase.ts'
import { readHeaderInfo } from '../../electron/vault/index.ts'
import { runCli } from '../contract/cli/run-cli.ts'
import { closedVault, copyOf, filesUnder, names, newVault, open, passphrase, refusal } from '../vault/support.ts'

const headers = ['header.0.json', 'header.1.json']
const slotOf = (text: string): string =>
  (JSON.parse(text) as { slots: { wrappedKey: { ciphertext: string } }[] }).slots[0]?.wrappedKey.ciphertext ?? ''

describe('Rule 22: quick erase', () => {
  it('knows every file of a vault in use, by name', async () => {
    const vault = await newVault()
    writeFileSync(join(vault.folder, 'header.0.json.new'), 'staged')
    writeFileSync(join(vault.folder, 'head.json.new'), 'staged')
    writeFileSync(join(vault.folder, 'backups', 'one.habeas-backup'), 'a backup')
    const all = filesUnder(vault.folder).length
    expect(all).toBeGreaterThan(6)
    expect(eraseVault(vault.folder, 'remove')).toBe('nothing')
    expect(existsSync(vault.folder)).toBe(false)
    vault.close()
  })

  it('leaves nothing that opens, by the app’s way or the command line, with header copies’ texts and the passphrase known', async () => {
    const folder = await closedVault(2)
    const slots = headers.map((name) => slotOf(readFileSync(join(folder, name), 'utf8')))
    expect(slots.every((slot) => slot.length > 20)).toBe(true)
    const started = performance.now()
    expect(eraseVault(folder, 'keep')).toBe('files')
    expect(performance.now() - started).toBeLessThan(1000)
    expect(await refusal(open(folder))).toBe('erased')
    expect(await refusal(async () => readHeaderInfo(folder))).toBe('erased')
    expect(await runCli(['info', folder, '--json', '--passphrase-stdin'], { input: `${passphrase}\n` })).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('erased'),
    })
    for (const path of filesUnder(folder)) for (const slot of slots) expect(readFileSync(path, 'latin1')).not.toContain(slot)
    // The old length says nothing of the slots; the bytes are where the header stood.
    for (const name of headers) expect(readFileSync(join(folder, name), 'utf8').trim()).toBe('{"format":"habeas-erased","version":1}')
  })

  it('says that there is no vault once its files are gone, and leaves the files of others alone', async () => {
    const folder = await closedVault(1)
    writeFileSync(join(folder, 'letter.txt'), 'not ours')
    mkdirSync(join(folder, 'pictures'))
    writeFileSync(join(folder, 'pictures', 'one.png'), 'not ours')
    expect(eraseVault(folder, 'remove')).toBe('nothing')
    expect(readdirSync(folder).toSorted()).toEqual(['letter.txt', 'pictures'])
    expect(await refusal(open(folder))).toBe('no_vault')
    expect(isVaultFolder(folder)).toBe(false)
  })

  it('destroys the keys of the backups in the folder too', async () => {
    const folder = await closedVault(1)
    const backup = join(folder, 'backups', 'big.habeas-backup')
    const middle = Buffer.alloc(5 * 1024 * 1024, 1)
    writeFileSync(backup, Buffer.concat([Buffer.from('key slots at the beginning'), middle, Buffer.from('key slots at the end')]))
    expect(eraseFacts(folder)).toMatchObject({ backups: 1 })
    eraseVault(folder, 'keep')
    const left = readFileSync(backup, 'latin1')
    expect(left).toHaveLength(middle.length + 46)
    expect(left).not.toMatch(/key slots/)
  })

  it('destroys what a re-key has ready in the folder, which would else take the place of the erased keys', async () => {
    for (const files of ['keep', 'remove'] as const) {
      const folder = await closedVault(1)
      cpSync(folder, join(folder, '..', 'ready'), { recursive: true })
      renameSync(join(folder, '..', 'ready'), join(folder, 'rekey.ready'))
      eraseVault(folder, files)
      expect(existsSync(join(folder, 'rekey.ready'))).toBe(false)
      expect(await refusal(open(folder))).toBe(files === 'keep' ? 'erased' : 'no_vault')
    }
  })

  it('wants the folder’s name, however it is capitalised or stored', () => {
    expect(isTheWord(' oficina  peña ', 'Oficina Pen\u0303a')).toBe(true)
    expect(isTheWord('Oficina', 'Oficina Peña')).toBe(false)
    expect(isTheWord('', '')).toBe(false)
  })

  it('killed at any step leaves a vault that opens, or one that says it was erased, or none', async () => {
    const vault = await closedVault(3)
    for (let n = 0; n < 3; n += 1) writeFileSync(join(vault, 'backups', `${n}.habeas-backup`), Buffer.alloc(30_000))
    const whole = await erasing(copyOf(vault), 0)
    expect(whole.said).toMatch(/^nothing \d+$/)
    const steps = Number(whole.said.split(' ')[1])
    expect(steps).toBeGreaterThan(20)

    const outcomes = new Map<string, number>()
    const every = process.env['FULL'] === '1' ? 1 : 3
    for (let step = 1; step <= steps; step += every) {
      const folder = copyOf(vault)
      expect((await erasing(folder, step)).signal).toBe('SIGKILL')
      const found = existsSync(folder) ? await stateOf(folder) : 'no_vault'
      outcomes.set(found, (outcomes.get(found) ?? 0) + 1)
      expect(['opens', 'erased', 'no_vault'], `step ${step}`).toContain(found)
    }
    // All three were met: the sample reaches from before the first key to after the last file.
    expect([...outcomes.keys()].toSorted()).toEqual(['erased', 'no_vault', 'opens'])
    process.stdout.write(
      `quick erase killed at ${[...outcomes.values()].reduce((sum, n) => sum + n)} of ${steps} steps: ${[...outcomes].map(([what, n]) => `${what} ${n}`).join(', ')}\n`,
    )
  }, 600_000)
})

/** Whether a header copy is whole tells which it is; then it must really open, with all that was in it. */
async function stateOf(folder: string): Promise<string> {
  const found = await refusal(async () => readHeaderInfo(folder))
  if (found !== 'not refused') return found
  const vault = await open(folder)
  const there = names(vault)
  vault.close()
  return there.length === 3 ? 'opens' : 'lost people'
}

/** A process that erases and kills itself before its n-th step; 0: never. */
async function erasing(folder: string, step: number): Promise<{ said: string; signal: string | null }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'support', 'erase-child.ts'), folder, String(step)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (part: string) => (said += part))
  const [, signal] = (await once(child, 'close')) as [number | null, string | null]
  return { said, signal }
}
