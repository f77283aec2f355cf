/** Numbers that look like chance and are the same for the same seed (mulberry32), so that a bench can be run again. */
export type Random = {
  /** From 0 to 1, 1 excluded. */
  next(): number
  below(bound: number): number
  pick<T>(items: readonly [T, ...T[]] | readonly T[]): T
  /** Few items often and many seldom, as words and surnames come. */
  pickOften<T>(items: readonly T[]): T
  chance(share: number): boolean
}

export function seeded(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const at = <T>(items: readonly T[], place: number): T => {
    const item = items[Math.floor(place * items.length)]
    if (item === undefined) throw new RangeError('nothing to pick from')
    return item
  }
  return {
    next,
    below: (bound) => Math.floor(next() * bound),
    pick: (items) => at(items, next()),
    pickOften: (items) => at(items, next() ** 2.5),
    chance: (share) => next() < share,
  }
}
