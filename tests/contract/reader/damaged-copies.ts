import { cpSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

import { unlockHeader } from '../../../electron/vault/header.ts'
import { closeDatabase, openDatabase } from '../../../electron/vault/pragmas.ts'
import type { Connection } from '../../../electron/vault/pragmas.ts'
import { subKey } from '../../../electron/vault/secrets.ts'

const flip = (file: string, at: number): void => {
  const bytes = readFileSync(file)
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
  writeFileSync(file, bytes)
}

/**
 * The same vault again and again, each with something done to it. Whoever holds the data key can write to the database past
 * the program: its pages are then sound, and only the audit chain tells.
 */
export async function damagedCopies(vault: string, folder: string, passphrase: string) {
  const { dataKey, header } = await unlockHeader(vault, passphrase)
  const key = subKey(dataKey, header.vaultId, 'database')
  const copy = (name: string, work: (place: string) => void): string => {
    const place = join(folder, `${name}.habeas`)
    cpSync(vault, place, { recursive: true })
    work(place)
    return place
  }
  const opened = (place: string): Connection => openDatabase(join(place, 'vault.db'), { key, what: 'database' })
  const writtenPast = (name: string, work: (db: Connection) => void): string =>
    copy(name, (place) => {
      const db = opened(place)
      try {
        work(db)
      } finally {
        closeDatabase(db)
      }
    })

  const lastPage = statSync(join(vault, 'vault.db')).size / 4096
  let person = ''
  return {
    lastPage,
    flipped: copy('flipped', (place) => {
      flip(join(place, 'vault.db'), (lastPage - 1) * 4096 + 4095)
      flip(join(place, 'drafts.db'), 4096 + 100)
    }),
    edited: writtenPast('edited', (db) => {
      person = db.prepare<[], string>('SELECT uuid FROM persons ORDER BY id LIMIT 1').pluck().get() ?? ''
      db.prepare('UPDATE persons SET occupation = ? WHERE uuid = ?').run('something else', person)
      db.prepare("INSERT INTO persons (uuid, kind, name, revision, created_change) VALUES ('added', 'person', 'Added', 1, 1)").run()
      db.prepare('UPDATE revisions SET after_value = ? WHERE id = (SELECT max(id) FROM revisions WHERE change_no = 9)').run('"other"')
    }),
    person,
    altered: (() => {
      const place = writtenPast('altered', (db) => db.prepare('UPDATE audit_entries SET at = at + 1 WHERE seq = 5').run())
      const file = join(place, 'head.json')
      const head = z.looseObject({ ciphertext: z.string() }).parse(JSON.parse(readFileSync(file, 'utf8')))
      const ciphertext = `${head.ciphertext.startsWith('A') ? 'B' : 'A'}${head.ciphertext.slice(1)}`
      writeFileSync(file, JSON.stringify({ ...head, ciphertext }))
      return place
    })(),
    older: writtenPast('older', (db) => {
      const last = db.prepare<[], number>('SELECT max(seq) FROM audit_entries').pluck().get() ?? 0
      db.prepare('DELETE FROM audit_rows WHERE seq = ?').run(last)
      db.prepare('DELETE FROM audit_entries WHERE seq = ?').run(last)
    }),
    /** As a power cut leaves it: of what is in the log one page was just being moved into the database, and one header copy is torn. */
    crashed: (() => {
      const working = copy('working', () => undefined)
      const place = join(folder, 'crashed.habeas')
      const db = opened(working)
      try {
        db.pragma('journal_mode = WAL')
        db.prepare("UPDATE vault_settings SET value = 'In the log' WHERE key = 'title'").run()
        cpSync(working, place, { recursive: true })
      } finally {
        db.close()
      }
      const torn = join(place, 'header.1.json')
      writeFileSync(torn, readFileSync(torn).subarray(0, 300))
      const page = readFileSync(join(place, 'vault.db-wal')).readUInt32BE(32)
      flip(join(place, 'vault.db'), page * 4096 - 1)
      return place
    })(),
  }
}
