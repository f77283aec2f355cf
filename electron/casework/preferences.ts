import { preferencesSchema } from '../contract/index.ts'
import type { CallRequest, Preferences } from '../contract/index.ts'
import { VaultError } from '../vault/errors.ts'
import type { Casework } from './casework.ts'
import { all, run } from './prepare.ts'

const defaults: Preferences = {
  listWidth: null,
  sideWidth: null,
  density: 'comfortable',
  tabs: [],
  activeTab: null,
  recent: [],
  dismissed: [],
}

/** Calls on how a caseworker left the window. What can't be read, of a later version or damaged, is as it is at first. */
export function preferenceHandlers({ vault }: Casework) {
  const { db, caseworker } = vault
  const read = (): Preferences => {
    const stored = new Map(
      all<{ key: string; value: string }>(db, 'SELECT key, value FROM preferences WHERE caseworker_id = ?', caseworker.uuid).map(
        ({ key, value }) => [key, value],
      ),
    )
    const kept = Object.entries(preferencesSchema.shape).flatMap(([key, schema]) => {
      const parsed = schema.safeParse(jsonOf(stored.get(key)))
      return parsed.success ? [[key, parsed.data]] : []
    })
    return { ...defaults, ...(Object.fromEntries(kept) as Partial<Preferences>) }
  }
  return {
    // A vault that is open for reading on another's computer shows nobody's window.
    'preferences.get': (): Preferences => (vault.readOnly ? defaults : read()),
    'preferences.put': (given: CallRequest<'preferences.put'>): Preferences => {
      if (vault.readOnly) throw new VaultError('read_only')
      db.transaction(() => {
        for (const [key, value] of Object.entries(given)) {
          if (value === undefined) continue
          run(
            db,
            'INSERT INTO preferences (caseworker_id, key, value) VALUES (?, ?, ?) ON CONFLICT (caseworker_id, key) DO UPDATE SET value = excluded.value',
            caseworker.uuid,
            key,
            JSON.stringify(value),
          )
        }
      })()
      return read()
    },
  }
}

function jsonOf(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}
