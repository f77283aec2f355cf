import { openPages } from './page-store.ts'

/**
 * Why the newest changes may be missing from a database that is behind its head: its write-ahead log was taken away, or
 * holds frames that are not as they were written. Undefined where the log has nothing to do with it.
 */
export function stateOfLog(folder: string, key: Buffer): 'missing' | 'damaged' | undefined {
  const store = openPages(folder, key)
  try {
    const { missing, damaged, tail } = store.log
    return missing ? 'missing' : damaged > 0 || tail > 0 ? 'damaged' : undefined
  } finally {
    store.close()
  }
}
