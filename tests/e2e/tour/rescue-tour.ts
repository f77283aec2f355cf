import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Desk } from '../pages/desk.ts'
import { button, tryPassphrase, waitUntilOpen } from '../pages/lock-screen.ts'
import { atTheVault, destroy, tryOpening } from '../rescue/damage.ts'
import type { Look } from './tour.ts'

const soon = { timeout: 60_000 }

/** Every state of a vault that doesn't open: older than its record, damaged, restored, salvaged, opened all the same. */
export async function tourRescue(desk: Desk, passphrase: string, look: Look): Promise<void> {
  const { page, say } = desk
  const folder = (name: string): string => join(desk.folders.vaults, name)
  const whole = folder('Whole.habeas')
  // Older than its backup, which is of three days ago.
  atTheVault(passphrase, 'demo', whole, '4')
  atTheVault(passphrase, 'backup', whole)

  const older = folder('Older.habeas')
  cpSync(whole, older, { recursive: true })
  const before = readFileSync(join(older, 'vault.db'))
  atTheVault(passphrase, 'change', older)
  writeFileSync(join(older, 'vault.db'), before)
  await tryOpening(desk, older, passphrase)
  await page.getByText(say('Somebody may have put an older copy in its place.')).waitFor(soon)
  await look('rescue-older')
  await page.getByText(say('Go on with the older state')).click()
  await look('rescue-older-accept')
  await button(desk, 'Keep it closed').click()

  const damaged = folder('Office of the plain.habeas')
  cpSync(whole, damaged, { recursive: true })
  atTheVault(passphrase, 'change', damaged)
  destroy(damaged, [1, 9, 30])
  await tryOpening(desk, damaged, passphrase)
  await button(desk, 'Restore this one').waitFor(soon)
  await look('rescue-damaged')
  desk.app.answerDialog({ canceled: false, filePath: folder('Saved.habeas') })
  await button(desk, 'Save into a new vault…').click(soon)
  await button(desk, 'Open the new vault').waitFor(soon)
  await look('rescue-salvaged')
  await button(desk, 'Back').click()
  await tryPassphrase(desk, passphrase)
  await button(desk, 'Restore this one').click(soon)
  await page.getByText(say('The backup is restored and checked.')).waitFor(soon)
  await look('rescue-restored')
  await button(desk, 'Back').click()

  writeFileSync(join(whole, 'head.json'), 'nothing of ours')
  await tryOpening(desk, whole, passphrase)
  await button(desk, 'Open for reading').click(soon)
  await waitUntilOpen(desk)
  await look('rescue-reading')
}
