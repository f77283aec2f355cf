import { timingSafeEqual } from 'node:crypto'

import { VaultError } from './errors.ts'
import { makeSlot, unlockHeader, writeHeader } from './header.ts'
import type { KdfParameters } from './kdf.ts'
import { wipe } from './secrets.ts'
import { refuseWeak } from './strength.ts'
import { secretsOf } from './vault.ts'
import type { Vault } from './vault.ts'

/**
 * Replaces the passphrase of the slot that opened the vault: the same data key, sealed anew. Both header copies are
 * written, so that afterwards the old passphrase opens neither. The data is not touched.
 * @throws {VaultError} `wrong_passphrase`, `weak_passphrase`, `read_only`, `disk_full`
 */
export async function changePassphrase(
  vault: Vault,
  { current, next, kdf }: { current: string; next: string; kdf?: KdfParameters },
): Promise<void> {
  if (vault.readOnly) throw new VaultError('read_only')
  const secrets = secretsOf(vault)
  const found = await unlockHeader(vault.folder, current)
  try {
    if (found.slot.id !== vault.slotId || !timingSafeEqual(found.dataKey, secrets.dataKey)) throw new VaultError('wrong_passphrase')
  } finally {
    wipe(found.dataKey)
  }
  await refuseWeak(next, [vault.info.title, vault.caseworker.name])
  const { memoryKiB, passes, lanes } = found.slot.kdf
  const slot = await makeSlot(secrets.dataKey, found.header.vaultId, next, kdf ?? { memoryKiB, passes, lanes }, {
    id: vault.slotId,
    label: vault.caseworker.name,
  })
  const slots = found.header.slots.map((other) => (other.id === slot.id ? slot : other))
  const header = writeHeader(vault.folder, found.header.vaultId, slots, secrets.dataKey, found.header.generation)
  secrets.unlocked = { ...secrets.unlocked, header, slot }
  vault.audit('passphrase.changed', {})
}
