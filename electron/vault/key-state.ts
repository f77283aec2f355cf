import { auditKeyOf } from './header-about.ts'
import { openAbout } from './header-about.ts'
import type { KeysAbout } from './header-about.ts'
import { caseworkerSlots } from './caseworker-slots.ts'
import { changeWriter } from './changes.ts'
import { headFile } from './head.ts'
import type { Header } from './header-format.ts'
import { extrasOf, openLabel, repairHeader, writeHeader } from './header.ts'
import type { UnlockedHeader } from './header.ts'
import type { Connection } from './pragmas.ts'

/**
 * What is known of a vault's keys. A header of version 1 says nothing of them: then the vault's own beginnings do, and
 * the audit chain, which keeps whether its passphrase was ever changed.
 */
export function aboutOf(header: Header, dataKey: Buffer, db: Connection): KeysAbout {
  const said = openAbout(header, dataKey)
  if (said !== undefined) return said
  const keyMadeAt = Number(db.prepare("SELECT value FROM vault_settings WHERE key = 'created_at'").pluck().get() ?? 0)
  const changed = Number(db.prepare("SELECT count(*) FROM audit_entries WHERE kind = 'passphrase.changed'").pluck().get())
  return {
    keyMadeAt,
    olderKeys: changed > 0,
    slots: Object.fromEntries(header.slots.map(({ id }) => [id, { createdAt: keyMadeAt, tried: true }])),
  }
}

/**
 * Leaves both header copies whole, of the present version, and with the slot that opened them marked as tried. Returns
 * the header that stands.
 */
export function settleHeader(folder: string, opened: UnlockedHeader, db: Connection): Header {
  const { header, dataKey, slot } = opened
  const about = aboutOf(header, dataKey, db)
  const own = about.slots[slot.id]
  if (header.version !== 1 && own?.tried === true) return repairHeader(folder, opened)
  const slots = { ...about.slots, [slot.id]: { createdAt: Date.now(), ...own, tried: true } }
  const { auditKey } = extrasOf(header, dataKey)
  return writeHeader(folder, header.vaultId, header.slots, dataKey, header.generation, { about: { ...about, slots }, auditKey })
}

/**
 * Gives the slot that opened the vault its caseworker's row, where there is none yet: a crash between header and
 * database leaves a key without one.
 */
export function settleCaseworker(folder: string, { header, dataKey, slot }: UnlockedHeader, db: Connection): void {
  const rows = caseworkerSlots(db)
  if (rows.of(slot.id) !== undefined) return
  const { vaultId } = header
  const name = openLabel(slot, dataKey, vaultId)
  if (name === '') return
  const { uuid, write } = rows.plan(
    name,
    slot.id,
    header.slots.map(({ id }) => id),
  )
  const { prepare } = headFile(folder, dataKey, vaultId)
  const writer = changeWriter({
    db,
    auditKey: auditKeyOf(header, dataKey),
    caseworkerId: uuid,
    prepareHead: prepare,
    onWritten: () => undefined,
  })
  writer.audit('keys.bound', { slot: slot.id }, [['caseworkers', uuid]], write)
}
