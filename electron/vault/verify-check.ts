import type { ErrorParams } from '../contract/index.ts'
import { VaultError } from './errors.ts'
import type { Vault } from './vault.ts'

/** Something that is not as it should be: which part, and where in it. Never a value. */
export type Fault = { what: string; params: ErrorParams }
export type Verification = { checked: Record<string, number>; faults: Fault[] }

/** One piece of a check that is cut into several: a table and a span of names or numbers in it. Never a value. */
export type Piece = Readonly<Record<string, string | number | null>>

/** One thing to check. */
export type VaultCheck = {
  /** One of its own; stands in the fault where the check can't even run. */
  name: string
  /** The pieces in which it can be done at the same time, of about so many rows; one where left out. */
  pieces?: (vault: Vault, rows?: number) => readonly Piece[]
  /** Only for whoever began the work: it writes, be it to a copy, or looks at what one process alone may touch. */
  alone?: boolean
  /** How much of it there was, and what is wrong with it. */
  run: (vault: Vault, piece: Piece) => Verification
}

/** So many faults of one check are listed, and the rest counted. */
const listedAtMost = 100

/** Runs one piece. A check that can't even run because pages fail is itself a finding, not an exception. */
export function runCheck(check: VaultCheck, vault: Vault, piece: Piece): Verification {
  try {
    return check.run(vault, piece)
  } catch (error) {
    if (error instanceof VaultError)
      return { checked: {}, faults: [{ what: String(error.params['what'] ?? error.code), params: error.params }] }
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    return { checked: {}, faults: [{ what: 'database', params: { where: check.name, code } }] }
  }
}

/** The pieces of a check; the whole where it has none, or where what they are cut by can't be read. */
export function piecesOf(check: VaultCheck, vault: Vault, rows?: number): readonly Piece[] {
  try {
    return check.pieces?.(vault, rows) ?? [{}]
  } catch {
    // The check itself will meet the same and name it.
    return [{}]
  }
}

/** What several pieces of one check found, as one. */
export function together(found: readonly Verification[]): Verification {
  const checked: Record<string, number> = {}
  const listed: Fault[] = []
  const more = new Map<string, number>()
  for (const piece of found) {
    for (const [name, count] of Object.entries(piece.checked)) checked[name] = (checked[name] ?? 0) + count
    for (const fault of piece.faults) {
      const uncounted = fault.params['more']
      if (typeof uncounted === 'number') more.set(fault.what, (more.get(fault.what) ?? 0) + uncounted)
      else if (listed.length < listedAtMost) listed.push(fault)
      else more.set(fault.what, (more.get(fault.what) ?? 0) + 1)
    }
  }
  return { checked, faults: [...listed, ...[...more].map(([what, count]): Fault => ({ what, params: { more: count } }))] }
}

/** Collects faults of one kind and lists the first of them; the rest are counted. */
export function faultList(what: string) {
  const listed: Fault[] = []
  let more = 0
  return {
    add(params: ErrorParams): void {
      if (listed.length < listedAtMost) listed.push({ what, params })
      else more += 1
    },
    faults: (): Fault[] => (more === 0 ? listed : [...listed, { what, params: { more } }]),
  }
}
