import type { Connection } from './pragmas.ts'
import { uuidv7 } from './uuid.ts'

type Row = { uuid: string; name: string; slot_id: string | null }

/** Which caseworker's row belongs to which key slot. Rows stay when their key goes: what they wrote names them. */
export function caseworkerSlots(db: Connection) {
  const ofSlot = db.prepare<[string], Row>('SELECT uuid, name, slot_id FROM caseworkers WHERE slot_id = ?')
  const named = db.prepare<[string], Row>('SELECT uuid, name, slot_id FROM caseworkers WHERE name = ? ORDER BY id')
  const insert = db.prepare('INSERT INTO caseworkers (uuid, name, slot_id, revision, created_change) VALUES (?, ?, ?, 0, 0)')
  const update = db.prepare('UPDATE caseworkers SET slot_id = ? WHERE uuid = ?')
  return {
    of: (slotId: string): Row | undefined => ofSlot.get(slotId),

    /** Whether somebody of this name has a key already, of those that there are. */
    isTaken: (name: string, slotIds: readonly string[]): boolean =>
      named.all(name).some(({ slot_id }) => slot_id !== null && slotIds.includes(slot_id)),

    /** The row that a new slot of this name will belong to: one without a key, else a new one. `write` writes it. */
    plan(name: string, slotId: string, slotIds: readonly string[]): { uuid: string; write: () => void } {
      const free = named.all(name).find(({ slot_id }) => slot_id === null || !slotIds.includes(slot_id))
      if (free !== undefined) return { uuid: free.uuid, write: () => void update.run(slotId, free.uuid) }
      const uuid = uuidv7()
      return { uuid, write: () => void insert.run(uuid, name, slotId) }
    },

    /** Gives a row its key back, or takes it. */
    bind: (uuid: string, slotId: string): void => void update.run(slotId, uuid),
    free: (uuid: string): void => void update.run(null, uuid),
  }
}
