import { VaultError } from '../vault/errors.ts'
import type { Connection } from '../vault/pragmas.ts'
import { checkAnchor } from './anchors.ts'
import type { Draft } from './change.ts'
import { otherStandingCases, parentOf, withHanging } from './family.ts'
import { single } from './prepare.ts'
import { refuse } from './refusals.ts'
import { findRow, readRow } from './rows.ts'
import type { Row } from './rows.ts'

/**
 * Puts a row into the bin with all that hangs on it. A case file takes its person along where it is the person's only
 * one outside the bin. A source that a standing citation cites, or another source relays, stays: nothing that is cited
 * may silently lose its source, so its citations go first.
 * @throws {VaultError} `invalid_input` at `id`: 'cited' or 'relayed'
 */
export function binTogether(draft: Draft, root: Row): void {
  const standing = (row: Row): boolean => row.binnedChange === null
  if (root.table === 'sources') refuseCited(draft.db, root.id)
  const rows = withHanging(draft.db, root, standing)
  const personId = root.table === 'case_files' ? String(root.values['personId']) : null
  if (personId !== null && otherStandingCases(draft.db, personId, root.id) === 0) {
    const person = readRow(draft.db, 'persons', personId)
    if (standing(person)) rows.push(...withHanging(draft.db, person, standing))
  }
  for (const row of rows) draft.setBinned(row, true)
}

function refuseCited(db: Connection, sourceId: string): void {
  if (isCited(db, sourceId)) refuse('id', 'cited')
  if (isRelayed(db, sourceId)) refuse('id', 'relayed')
}

const isCited = (db: Connection, sourceId: string): boolean =>
  single(db, 'SELECT 1 FROM citations WHERE source_id = ? AND binned_change IS NULL LIMIT 1', sourceId) !== undefined
const isRelayed = (db: Connection, sourceId: string): boolean =>
  single(db, 'SELECT 1 FROM sources WHERE relays_source_id = ? AND binned_change IS NULL LIMIT 1', sourceId) !== undefined

/** Whether something that stands would lose its source with this one, whichever way it went to the bin. */
export const isLeanedOn = (db: Connection, sourceId: string): boolean => isCited(db, sourceId) || isRelayed(db, sourceId)

/**
 * Brings a row back with what went into the bin in the same change, and nothing that was binned before or after it.
 * A case file whose person is in the bin brings the person back too: it can't stand without one.
 * @throws {VaultError} `in_bin` where what the row hangs on is in the bin; `invalid_input` where a citation's mark or
 *   list entry is no longer in its field
 */
export function restoreTogether(draft: Draft, root: Row): void {
  const { db } = draft
  const rows = withHanging(db, root, (row) => row.binnedChange === root.binnedChange)
  if (root.table === 'case_files') {
    const person = readRow(db, 'persons', String(root.values['personId']))
    if (person.binnedChange !== null) rows.push(...withHanging(db, person, (row) => row.binnedChange === person.binnedChange))
  } else {
    refuseBinnedParent(db, root)
    checkAnchor(db, root)
  }
  for (const row of rows) draft.setBinned(row, false)
}

/** @throws {VaultError} `in_bin` */
export function refuseBinnedParent(db: Connection, row: Row): void {
  const place = parentOf(row)
  const parent = place === null ? undefined : findRow(db, place.table, place.id)
  if (place !== null && parent !== undefined && parent.binnedChange !== null)
    throw new VaultError('in_bin', { table: place.table, id: place.id })
}

/** Whether a row is in the bin by itself and not because what it hangs on went there with it. */
export const isRootOfBin = (db: Connection, row: Row): boolean => {
  const place = parentOf(row)
  if (row.table === 'case_files' || place === null) return true
  return findRow(db, place.table, place.id)?.binnedChange !== row.binnedChange
}
