import { execFileSync } from 'node:child_process'
import { closeSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'

import type { Desk } from '../pages/desk.ts'
import { chooseVault, tryPassphrase, whileDerived } from '../pages/lock-screen.ts'

const pageSize = 4096

/** Works on a closed vault in a process of its own: makes one, makes a backup, or checks it and counts entries of its chain. */
export const atTheVault = (passphrase: string, ...words: string[]): string =>
  execFileSync(process.execPath, [join(import.meta.dirname, 'at-the-vault.ts'), ...words], {
    encoding: 'utf8',
    input: passphrase,
    stdio: 'pipe',
  })

/** Overwrites pages of a vault's database, by number from 1. */
export function destroy(vault: string, pages: readonly number[]): void {
  const handle = openSync(join(vault, 'vault.db'), 'r+')
  for (const page of pages) writeSync(handle, Buffer.alloc(pageSize, 0x5a), 0, pageSize, (page - 1) * pageSize)
  closeSync(handle)
}

/** Tries to unlock a vault that doesn't open, and waits for the ways out. */
export async function tryOpening(desk: Desk, vault: string, passphrase: string): Promise<void> {
  await chooseVault(desk, vault)
  await tryPassphrase(desk, passphrase)
  await desk.page.getByRole('list', { name: desk.say('Ways out') }).waitFor(whileDerived)
}
