import { fromDayNumber } from './days.ts'
import { startBounds, uncertainDate } from './uncertain-date.ts'

/**
 * How an item of a form stands. `unsourced` and `one_source` are there, but weak: nobody, or one independent source, says so.
 * `forbidden`: it is there and may not go out.
 */
export type ReadinessState = 'there' | 'missing' | 'not_precise_enough' | 'unsourced' | 'one_source' | 'forbidden'

/** What the WGEID form can't do without, in its order. */
export const wgeidItems = [
  'full_name',
  'date_of_disappearance',
  'place',
  'forces_responsible',
  'steps_taken',
  'submitter',
  'family_consent',
] as const
export type WgeidItem = (typeof wgeidItems)[number]
export type ReadinessEntry<Item extends string = string> = { item: Item; state: ReadinessState }

/** A statement summed up: whether it is there, and how many independent sources carry it. */
export type SourcedItem = { there: boolean; independentSources: number }

/** What the rules need to know of a case. */
export type WgeidSummary = {
  fullName: SourcedItem
  /** EDTF of the disappearance or arrest; null where not given. */
  disappearance: { edtf: string | null; independentSources: number }
  /** Place of arrest, or where last seen. */
  place: SourcedItem
  /** The State or State-supported forces believed responsible. */
  forces: SourcedItem
  /** Steps taken by relatives or others, or why none; the organisation's own account, so no source is asked for. */
  stepsTaken: boolean
  submitter: boolean
  /** The family's consent, which an organisation has to have. */
  consent: 'given' | 'refused' | 'not_asked'
}

/** The WGEID form's required items with their state. Source: the form of the Working Group on Enforced or Involuntary Disappearances. */
export function wgeidReadiness(summary: WgeidSummary): ReadinessEntry<WgeidItem>[] {
  const { edtf, independentSources } = summary.disappearance
  const date = stateOf({ there: edtf !== null, independentSources })
  return [
    { item: 'full_name', state: stateOf(summary.fullName) },
    { item: 'date_of_disappearance', state: edtf !== null && !knowsMonth(edtf) ? 'not_precise_enough' : date },
    { item: 'place', state: stateOf(summary.place) },
    { item: 'forces_responsible', state: stateOf(summary.forces) },
    { item: 'steps_taken', state: summary.stepsTaken ? 'there' : 'missing' },
    { item: 'submitter', state: summary.submitter ? 'there' : 'missing' },
    { item: 'family_consent', state: summary.consent === 'given' ? 'there' : summary.consent === 'refused' ? 'forbidden' : 'missing' },
  ]
}

/** Whether the form can be sent: nothing required is missing, too vague or forbidden. Weak sources are no obstacle. */
export function isReady(entries: readonly ReadinessEntry[]): boolean {
  return entries.every(({ state }) => state === 'there' || state === 'unsourced' || state === 'one_source')
}

/** Whether a date gives at least month and year: `2024-03` will do, `2024` will not, nor a date without a year. */
export function knowsMonth(edtf: string): boolean {
  const { earliest, latest } = startBounds(uncertainDate(edtf))
  if (earliest === null || latest === null) return false
  const [first, last] = [fromDayNumber(earliest), fromDayNumber(latest)]
  return first.year === last.year && first.month === last.month
}

function stateOf({ there, independentSources }: SourcedItem): ReadinessState {
  if (!there) return 'missing'
  if (independentSources === 0) return 'unsourced'
  return independentSources === 1 ? 'one_source' : 'there'
}
