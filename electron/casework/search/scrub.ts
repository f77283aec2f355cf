import type { Connection } from '../../vault/pragmas.ts'
import { largeHeap, usualHeap } from './upkeep.ts'

const indexes = [
  ['case_search', ['names', 'name_keys', 'reference', 'places', 'charges', 'body', 'sources']],
  ['case_fragments', ['names', 'reference', 'places']],
] as const

/**
 * Writes both full-text indexes anew out of what they still hold. With `secure-delete` a word that is taken out leaves its
 * segment, but not the segment's own index of first words, which goes only when segments are merged; and a single segment
 * is never merged. So each index is given another one, of a word that is gone again, before all are merged into one.
 * Inside the caller's transaction.
 */
export function scrubTextIndexes(db: Connection): void {
  for (const [index, columns] of indexes) {
    const option = (name: string, value: number): void => void db.exec(`INSERT INTO ${index} (${index}, rank) VALUES ('${name}', ${value})`)
    const names = columns.join(', ')
    const words = columns.map(() => "'again'").join(', ')
    option('secure-delete', 0)
    option('hashsize', largeHeap)
    db.exec(`INSERT INTO ${index} (rowid, ${names}) VALUES (-1, ${words})`)
    // What is taken out before the first is written would leave no segment at all.
    db.exec(`INSERT INTO ${index} (${index}, rank) VALUES ('merge', 1)`)
    db.exec(`INSERT INTO ${index} (${index}, rowid, ${names}) VALUES ('delete', -1, ${words})`)
    db.exec(`INSERT INTO ${index} (${index}) VALUES ('optimize')`)
    option('hashsize', usualHeap)
    option('secure-delete', 1)
  }
}
