import { vaultChecks } from './vault-checks.ts'
import type { Vault } from './vault.ts'
import { piecesOf, runCheck, together } from './verify-check.ts'
import type { Piece, VaultCheck, Verification } from './verify-check.ts'

/** A piece of a check, and that check's name. */
export type Task = { check: string; piece: Piece }

/** All that is to be checked, cut into tasks of about so many rows; the tasks of one check stand together. */
export const tasksOf = (vault: Vault, checks: readonly VaultCheck[], rows?: number): Task[] =>
  checks.flatMap((check) => piecesOf(check, vault, rows).map((piece) => ({ check: check.name, piece })))

/** Everything that a vault is checked for: its own files, then what others add. */
export const everyCheck = (checks: readonly VaultCheck[]): readonly VaultCheck[] => [...vaultChecks, ...checks]

/**
 * Checks an open vault whole (security rule 14), its own files first and then what others ask for. `verifyTogether` does the
 * same in less time where the vault is large.
 */
export function verifyVault(
  vault: Vault,
  { checks = [], onProgress = () => undefined }: { checks?: readonly VaultCheck[]; onProgress?: (share: number) => void } = {},
): Verification {
  const all = everyCheck(checks)
  const tasks = tasksOf(vault, all)
  const found = tasks.map(({ check, piece }, done) => {
    onProgress(done / tasks.length)
    const one = all.find(({ name }) => name === check)
    return one === undefined ? nothing : runCheck(one, vault, piece)
  })
  onProgress(1)
  return allOf(all, tasks, found)
}

const nothing: Verification = { checked: {}, faults: [] }

/** What all tasks found, check by check. */
export function allOf(checks: readonly VaultCheck[], tasks: readonly Task[], found: readonly Verification[]): Verification {
  const result: Verification = { checked: {}, faults: [] }
  for (const { name } of checks) {
    const { checked, faults } = together(found.filter((_, at) => tasks[at]?.check === name))
    result.checked = { ...result.checked, ...checked }
    result.faults.push(...faults)
  }
  return result
}
