import { z } from 'zod'

import type { CallOutput, CallRequest } from '../contract/index.ts'
import { findHead } from '../vault/index.ts'
import type { Casework } from './casework.ts'
import { all } from './prepare.ts'

type Entry = CallOutput<'audit.list'>['entries'][number]
type Stored = Omit<Entry, 'details' | 'changeNo'> & { change_no: number | null; details: string }

const detailsSchema = z.record(z.string(), z.union([z.string(), z.number(), z.null()]))

/** Calls on the audit chain: what was done, by whom, when; and whether a head on paper is one of this vault's. */
export function auditHandlers({ vault }: Casework) {
  const { db } = vault
  return {
    'audit.list': ({ before, limit }: CallRequest<'audit.list'>): CallOutput<'audit.list'> => {
      const stored = all<Stored>(
        db,
        `SELECT e.seq, e.at, e.change_no, e.kind, e.details,
           (SELECT name FROM caseworkers WHERE uuid = e.caseworker_id) AS caseworker,
           (SELECT reference FROM case_files WHERE uuid = coalesce(s.case_id, e.details ->> 'case')) AS reference
         FROM audit_entries e LEFT JOIN change_sets s ON s.change_no = e.change_no
         WHERE e.seq < ? ORDER BY e.seq DESC LIMIT ?`,
        before ?? Number.MAX_SAFE_INTEGER,
        limit,
      )
      const last = stored.at(-1)?.seq ?? 1
      return { entries: stored.map(entryOf), next: last > 1 ? last : null }
    },
    'audit.checkHead': ({ changeNo, words, hash }: CallRequest<'audit.checkHead'>): CallOutput<'audit.checkHead'> =>
      findHead(vault, changeNo, words === undefined ? { hash: hash ?? '' } : { words }),
  }
}

function entryOf({ change_no, details, ...entry }: Stored): Entry {
  const read = detailsSchema.safeParse(JSON.parse(details))
  // The digest of a change's history is for the check of the chain; it tells a reader nothing.
  const { revisions: _, ...told } = read.data ?? {}
  return { ...entry, changeNo: change_no, details: told }
}
