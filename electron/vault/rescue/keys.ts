import { copyFileSync, readFileSync } from 'node:fs'

import { VaultError } from '../errors.ts'
import { readSmallFile, syncFile, vaultFiles } from '../files.ts'
import { auditKeyOf } from '../header-about.ts'
import { parseHeader } from '../header-format.ts'
import type { UnlockedHeader } from '../header.ts'
import type { MacKey } from '../secrets.ts'

/** The key of a vault's audit chain: it outlives a re-key, so the header is asked for it. */
export const auditKeyFor = ({ dataKey, header }: UnlockedHeader): MacKey => auditKeyOf(header, dataKey)

/** Gives a new folder both header copies, as the one that was unlocked: the same key, and every slot that opens it. */
export function copyHeader(from: string, to: string, { header }: UnlockedHeader): void {
  const whole = vaultFiles(from).headers.find((path) => {
    const copy = parseHeader(readSmallFile(path))
    return copy.state === 'readable' && copy.header.mac === header.mac
  })
  if (whole === undefined) throw new VaultError('damaged', { what: 'header' })
  for (const path of vaultFiles(to).headers) {
    copyFileSync(whole, path)
    if (!readFileSync(path).equals(readFileSync(whole))) throw new VaultError('internal', { where: 'header' })
    syncFile(path)
  }
}
