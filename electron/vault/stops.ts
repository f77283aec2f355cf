/** What can be stopped while it waits for its turn or is under way. */
export type Stoppable = 'rekey' | 'travel' | 'rescue'

export type Stops = {
  /** Stops what was asked for until now; what is asked for later is wanted again. */
  stop(what: Stoppable): void
  /** To be taken when a call arrives, not when its turn comes: says whether it was stopped since. */
  since(what: Stoppable): () => boolean
}

/** Counts stops. A mark that is set and taken back would lose the one that comes while a call waits. */
export function createStops(): Stops {
  const counts: Record<Stoppable, number> = { rekey: 0, travel: 0, rescue: 0 }
  return {
    stop(what) {
      counts[what] += 1
    },
    since(what) {
      const before = counts[what]
      return () => counts[what] !== before
    },
  }
}

/** What a call is stopped as; undefined where nothing stops it. */
export function stoppedAs(call: string): Stoppable | undefined {
  if (call === 'keys.rekey') return 'rekey'
  if (call === 'travel.make') return 'travel'
  return call.startsWith('rescue.') && call !== 'rescue.cancel' ? 'rescue' : undefined
}
