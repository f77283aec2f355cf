import type { CallOutput, CallRequest } from '../contract/index.ts'
import type { Casework } from './casework.ts'
import { all } from './prepare.ts'

/** Calls on what a vault has once: its caseworkers and its vocabularies. */
export function officeHandlers({ vault: { db } }: Casework) {
  return {
    'caseworkers.list': (): CallOutput<'caseworkers.list'> => ({
      caseworkers: all(db, 'SELECT uuid AS id, name FROM caseworkers WHERE binned_change IS NULL ORDER BY id'),
    }),
    'terms.list': ({ vocabulary }: CallRequest<'terms.list'>): CallOutput<'terms.list'> => {
      const terms = all<{ id: number; vocabulary: string; code: string; position: number; retired_at: number | null }>(
        db,
        'SELECT id, vocabulary, code, position, retired_at FROM terms WHERE ? IS NULL OR vocabulary = ? ORDER BY vocabulary, position, id',
        vocabulary ?? null,
        vocabulary ?? null,
      )
      const labels = Map.groupBy(
        all<{ term_id: number; language: string; label: string }>(db, 'SELECT term_id, language, label FROM term_labels'),
        ({ term_id }) => term_id,
      )
      return {
        terms: terms.map((term) => ({
          vocabulary: term.vocabulary,
          code: term.code,
          position: term.position,
          retired: term.retired_at !== null,
          labels: Object.fromEntries((labels.get(term.id) ?? []).map(({ language, label }) => [language, label])),
        })),
      }
    },
  }
}
