/** Reliability of a source (NATO system): A completely reliable … E unreliable; F can't be judged, which is no verdict. */
export const reliabilityCodes = ['A', 'B', 'C', 'D', 'E', 'F'] as const
export type Reliability = (typeof reliabilityCodes)[number]

/** Credibility of a statement: 1 confirmed by other sources … 5 improbable; 6 can't be judged. Judged apart from its source. */
export const credibilityCodes = [1, 2, 3, 4, 5, 6] as const
export type Credibility = (typeof credibilityCodes)[number]

/** Whether a source was judged at all. */
export function isReliabilityJudged(reliability: Reliability): boolean {
  return reliability !== 'F'
}

/** Whether a statement was judged at all. */
export function isCredibilityJudged(credibility: Credibility): boolean {
  return credibility !== 6
}

/** Below 0 where `a` is the more reliable, above 0 where `b` is; null where one is not judged, since F is better or worse than nothing. */
export function compareReliability(a: Reliability, b: Reliability): number | null {
  if (!isReliabilityJudged(a) || !isReliabilityJudged(b)) return null
  return reliabilityCodes.indexOf(a) - reliabilityCodes.indexOf(b)
}

/** As `compareReliability`, for statements. */
export function compareCredibility(a: Credibility, b: Credibility): number | null {
  return isCredibilityJudged(a) && isCredibilityJudged(b) ? a - b : null
}

/** A source as far as independence goes; `relays` is the id of the source whose word it passes on. */
export type RelayingSource = { id: string; relays: string | null }

/**
 * Sources grouped by whose word they are: three papers that quote one post are one. A relayed source counts even if it is not
 * in the list itself. `known` are further sources of the vault, for chains that run through sources not cited here.
 */
export function independentSources(sources: readonly RelayingSource[], known: readonly RelayingSource[] = []): string[][] {
  const relays = new Map([...known, ...sources].map((source) => [source.id, source.relays]))
  const groups = new Map<string, Set<string>>()
  for (const { id } of sources) {
    const root = rootOf(id, relays)
    groups.set(root, (groups.get(root) ?? new Set()).add(id))
  }
  return [...groups.values()].map((ids) => [...ids])
}

/** Whether a statement may be graded 1, "confirmed by other sources": that wants two sources independent of each other. */
export function mayBeConfirmed(sources: readonly RelayingSource[], known: readonly RelayingSource[] = []): boolean {
  return independentSources(sources, known).length >= 2
}

/** Follows relays to their origin; in a ring of sources that relay each other all share the first by id. */
function rootOf(id: string, relays: ReadonlyMap<string, string | null>): string {
  const seen: string[] = []
  let current = id
  while (!seen.includes(current)) {
    seen.push(current)
    const next = relays.get(current) ?? null
    if (next === null) return current
    current = next
  }
  return seen.slice(seen.indexOf(current)).toSorted()[0] ?? id
}
