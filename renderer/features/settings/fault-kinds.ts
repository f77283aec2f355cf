import type { CallOutput } from '../../../electron/contract/index.ts'

type Fault = CallOutput<'vault.verify'>['faults'][number]

/** Kinds of fault that have words of their own. */
export const faultKinds = [
  'header',
  'header_repaired',
  'head',
  'database',
  'drafts',
  'drafts_missing',
  'chain',
  'history',
  'row',
  'row_unbound',
  'search_index',
] as const
export type FaultKind = (typeof faultKinds)[number]

/** Each kind of fault that was found, once, with how many there are of it. What a newer vault finds counts as damage of the database. */
export function countFaults(faults: readonly Fault[]): { kind: FaultKind; count: number }[] {
  const counts = new Map<FaultKind, number>()
  for (const { what, params } of faults) {
    const kind = kindOf(what, params)
    // A long list ends in the number of those that it leaves out.
    counts.set(kind, (counts.get(kind) ?? 0) + (typeof params['more'] === 'number' ? params['more'] : 1))
  }
  return [...counts].map(([kind, count]) => ({ kind, count }))
}

function kindOf(what: string, params: Fault['params']): FaultKind {
  if (what === 'header' && params['repaired'] === true) return 'header_repaired'
  if (what === 'drafts' && params['state'] === 'missing') return 'drafts_missing'
  if (what === 'row' && params['unbound'] === true) return 'row_unbound'
  return faultKinds.find((kind) => kind === what) ?? 'database'
}
