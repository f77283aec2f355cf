import type { LostLeaf } from './page-map.ts'

/** A record by its table and id; never what stands in it. */
export type RecordName = { table: string; id: string }

/** What a salvage saved and what it could not. Tables, ids and counts; no value of a case. */
export type SalvageReport = {
  /** False where the file's salt was lost with its first page: then only records that their seals prove were taken. */
  proven: boolean
  pages: { total: number; damaged: number; listed: { page: number; table: string | null }[] }
  /** Records saved, by table. */
  saved: Record<string, number>
  /** Records that the audit chain names and no sound page holds. */
  lost: { count: number; listed: RecordName[] }
  /** Rows that lost pages may have held, by table, where the pages above them say between which numbers. */
  mayBeLost: Record<string, number>
  /** Records saved whose content is not what their seal says: altered outside, or an older state of them. */
  unlike: { count: number; listed: RecordName[] }
  /** Records saved without a seal to compare with, by table. */
  unsealed: Record<string, number>
  /** Empty records put where others refer to lost ones. */
  placeholders: { count: number; listed: RecordName[] }
  /** Changes whose field-level history is not whole. */
  incompleteChanges: number
  auditEntries: { saved: number; lost: number }
  drafts: 'kept' | 'new'
}

/** As many as are listed one by one; the rest is counted. */
export const listedAtMost = 2000

/** Counts everything and lists the first of it. */
export function namesList() {
  const listed: RecordName[] = []
  let count = 0
  return {
    add(table: string, id: string): void {
      count += 1
      if (listed.length < listedAtMost) listed.push({ table, id })
    },
    whole: (): { count: number; listed: RecordName[] } => ({ count, listed }),
  }
}

/** Row numbers that lost pages of each table may have held and that were found nowhere else. */
export function mayBeLost(
  lost: readonly LostLeaf[],
  present: (table: string, after: number, upTo: number) => number,
): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { owner, after, upTo } of lost) {
    if (owner === null || upTo === null) continue
    const from = after ?? 0
    const missing = Math.max(0, upTo - from - present(owner, from, upTo))
    if (missing > 0) counts[owner] = (counts[owner] ?? 0) + missing
  }
  return counts
}

/** An index's page is shown as nobody's: what it holds is made anew. */
export const shownTable = (owner: string | null | undefined): string | null =>
  owner !== null && owner !== undefined && /^[a-z_]{1,64}$/.test(owner) ? owner : null
