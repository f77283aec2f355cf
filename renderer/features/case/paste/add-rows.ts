import type { Answer, CallError, Caller, Written } from '../../../../electron/contract/index.ts'
import { asOneStep } from '../../../api/undo.ts'
import { binRow, createRow, type RowTable } from '../row-commands.ts'
import type { FieldValue } from '../saving/field-values.ts'

export type Added = { ok: true; ids: string[] } | { ok: false; at: number; error: CallError }

/**
 * Adds rows one after the other as a single step of undoing. If one is refused, those before it are taken back, so that
 * nothing is half done; `at` says which one it was.
 */
export async function addRows(call: Caller, table: RowTable, rows: readonly Record<string, FieldValue>[]): Promise<Added> {
  return asOneStep(async () => {
    const ids: string[] = []
    for (const [at, row] of rows.entries()) {
      const answer: Answer<Written> = await createRow(call, table, row)
      if (!answer.ok) {
        for (const id of ids.toReversed()) await binRow(call, table, id)
        return { ok: false, at, error: answer.error }
      }
      ids.push(answer.value.id)
    }
    return { ok: true, ids }
  })
}
