import type { CallError, Examination } from '../../electron/contract/index.ts'

/** Why a vault was opened for reading alone: it is damaged, older than its record, or its record can't be read. */
export type WhyReadOnly = 'damaged' | 'older' | 'no_record'

// Known where it was opened all the same, and said for as long as it is open. The page goes with it at locking.
let why: WhyReadOnly | null = null

/** Remembers what was found before it was opened; null where nothing was. */
export function noteWhyReadOnly(found: WhyReadOnly | null): void {
  why = found
}

/** What was found; null where that isn't known. */
export const knownWhyReadOnly = (): WhyReadOnly | null => why

const recordParts: ReadonlySet<string> = new Set(['head', 'head_missing'])
/** Not of the case files: with these alone nothing that is shown can be wrong. */
const harmless: ReadonlySet<string> = new Set(['header', 'drafts', 'drafts_missing'])

/** The gravest of what refused the opening and of what looking at the vault found. */
export function whyReadOnly(trouble: CallError | null, examined: Pick<Examination, 'findings'> | null): WhyReadOnly | null {
  const refused =
    trouble?.code === 'damaged' ? String(trouble.params['what'] ?? '') : trouble?.code === 'rolled_back' ? 'rolled_back' : null
  const parts = [...(refused === null ? [] : [refused]), ...(examined?.findings ?? []).map(({ what }) => what)].filter(
    (part) => !harmless.has(part),
  )
  if (parts.length === 0) return null
  if (parts.every((part) => recordParts.has(part))) return 'no_record'
  return parts.every((part) => recordParts.has(part) || part === 'rolled_back') ? 'older' : 'damaged'
}
