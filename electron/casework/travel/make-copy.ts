import { randomBytes } from 'node:crypto'
import { lstatSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { setImmediate as breathe } from 'node:timers/promises'

import type { RecordTable } from '../../contract/index.ts'
import { asVaultError, createVault, VaultError } from '../../vault/index.ts'
import type { KdfParameters, Vault } from '../../vault/index.ts'
import { syncFolder } from '../../vault/files.ts'
import type { Casework } from '../casework.ts'
import { applyChange } from '../change.ts'
import { isHiddenInCitation, isProtected, maskedSource } from '../masking.ts'
import { emptyValue, kindOf } from '../rows.ts'
import type { Row, Value, Values } from '../rows.ts'
import { bringUpToDate } from '../search/derived-version.ts'
import { chooseRows, countParcel, noCounts } from './choose.ts'
import type { Parcel, TravelCounts } from './choose.ts'

export type TravelCopy = {
  caseIds: readonly string[]
  /** Where the new vault's folder is to stand. */
  place: string
  title: string
  caseworkerName: string
  passphrase: string
  leaveProtected: boolean
  /** Cost of the new passphrase; tuned on this machine where left out. */
  kdf?: KdfParameters
}

export type TravelOptions = { isCancelled?: () => boolean; onProgress?: (share: number) => void }

/**
 * Makes the travel copy. It is built beside its place under another name and takes it whole, closed: a crash, a full disk or
 * a stop leaves nothing at the place. That it was made is kept in the audit chain of the full vault, in counts only.
 * @throws {VaultError} `exists`, `weak_passphrase`, `not_found`, `in_bin`, `cancelled`, `disk_full`, `read_only`
 */
export async function makeTravelCopy(
  { vault, today }: Casework,
  { caseIds, place, title, caseworkerName, passphrase, leaveProtected, kdf }: TravelCopy,
  { isCancelled = () => false, onProgress = () => undefined }: TravelOptions = {},
): Promise<TravelCounts> {
  const wanted = resolve(place)
  if (lstatSync(wanted, { throwIfNoEntry: false }) !== undefined) throw new VaultError('exists')
  const stopIfAsked = (): void => {
    if (isCancelled()) throw new VaultError('cancelled')
  }
  // Whatever is wrong with the choice is said before a key is made.
  for (const _parcel of chooseRows(vault.db, caseIds));
  const building = join(dirname(wanted), `.${basename(wanted)}.travel-${randomBytes(6).toString('hex')}`)
  let copy: Vault | undefined
  try {
    copy = await createVault(building, { passphrase, title, caseworkerName, ...(kdf === undefined ? {} : { kdf }) })
    bringUpToDate(copy)
    const counts = noCounts()
    const travelling: Travelling = {
      ids: new Map([[vault.caseworker.uuid, copy.caseworker.uuid]]),
      protectedSources: new Map(),
      leaveProtected,
    }
    let done = 0
    for (const parcel of chooseRows(vault.db, caseIds, !leaveProtected)) {
      stopIfAsked()
      writeParcel({ vault: copy, today }, parcel, travelling)
      countParcel(counts, parcel)
      done += 1
      onProgress(done / caseIds.length)
      await breathe()
    }
    stopIfAsked()
    copy.close()
    if (lstatSync(wanted, { throwIfNoEntry: false }) !== undefined) throw new VaultError('exists')
    renameSync(building, wanted)
    syncFolder(dirname(wanted))
    const { caseFiles, persons, sources, protectedSources, citations } = counts
    vault.audit('travel_copy.made', { caseFiles, persons, sources, protectedSources, citations, protectedLeft: leaveProtected ? 1 : 0 })
    return counts
  } catch (error) {
    copy?.close()
    rmSync(building, { recursive: true, force: true })
    throw asVaultError(error, 'database')
  }
}

/** What is known so far of the copy: ids there by ids here, and the protected sources that were met. */
type Travelling = { ids: Map<string, string>; protectedSources: Map<string, Row>; leaveProtected: boolean }

/** Tables in the order in which their rows can be written: what is named comes before what names it. */
const order: readonly RecordTable[] = [
  'sources',
  'persons',
  'person_names',
  'identity_documents',
  'case_files',
  'charges',
  'whereabouts_notes',
  'custody_statuses',
  'competing_values',
  'citations',
]

function writeParcel(work: Casework, { rows, sources }: Parcel, { ids, protectedSources, leaveProtected }: Travelling): void {
  for (const source of sources) if (isProtected(source)) protectedSources.set(source.id, source)
  const all = [...sources, ...rows].toSorted((a, b) => order.indexOf(a.table) - order.indexOf(b.table))
  applyChange(work, { kind: 'cases.create' }, (draft) => {
    for (const row of all) {
      const values = leaveProtected ? withoutIdentity(row, protectedSources) : row.values
      ids.set(row.id, draft.insert(row.table, withNewIds(values, row.table, ids)))
    }
  })
}

/** As everyday views show it: of a protected source its code name and how far to trust it, of its citations no words. */
function withoutIdentity(row: Row, protectedSources: ReadonlyMap<string, Row>): Values {
  if (row.table === 'sources') {
    const shown: Record<string, unknown> = maskedSource(row).source
    return Object.fromEntries(
      Object.entries(row.values).map(([field, value]) => [field, shown[field] === value ? value : emptyValue('sources', field)]),
    )
  }
  if (row.table !== 'citations') return row.values
  const source = protectedSources.get(String(row.values['sourceId']))
  return Object.fromEntries(Object.entries(row.values).map(([field, value]) => [field, isHiddenInCitation(source, field) ? null : value]))
}

/** Every id is another one in the copy; whatever points at what stays at home points at nothing. */
function withNewIds(values: Values, table: RecordTable, ids: ReadonlyMap<string, string>): Values {
  const anew = (field: string, value: Value): Value => {
    const isId = kindOf(table, field)?.kind === 'reference' || field === 'targetId'
    return isId && typeof value === 'string' ? (ids.get(value) ?? null) : value
  }
  return Object.fromEntries(Object.entries(values).map(([field, value]) => [field, anew(field, value)]))
}
