import { foldText } from '../../domain/fold.ts'

/**
 * A key by which SQLite sorts names as a Spanish or English reader expects: accents and case left aside, ñ after n,
 * punctuation as a space. Other alphabets come after the Latin one, each in its own order. Not full collation (digraphs
 * and the orders of single languages are left aside): that would need a collation inside SQLite, which an index file
 * read elsewhere does not have.
 */
export function sortKey(text: string): string {
  // The tilde sorts after every letter, so that "ñ" comes after "nz".
  return foldText(text.normalize('NFC').replace(/ñ/giu, 'n~'))
    .replace(/[^\p{L}\p{N}~]+/gu, ' ')
    .trim()
}
