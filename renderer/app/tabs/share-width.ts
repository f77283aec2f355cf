/** Room that each tab takes, and that of all that are seen at once; a fraction of a pixel is never given away. */
export type SharedWidth = { tabs: number[]; list: number }

/**
 * Shares the room of the bar among its tabs. Who needs little gets all of it, so a short name is never cut for a long one's
 * sake. Where not even `least` is left for each, only so many are shown as stand there whole; the others are scrolled to.
 * @param natural how wide each tab would be by its own words
 * @param kept those that are never narrowed: the one that is read, the one that the keyboard is on
 */
export function shareWidth(natural: readonly number[], kept: ReadonlySet<number>, available: number, least: number): SharedWidth {
  const whole = natural.map((width) => Math.min(width, available))
  const others = whole.filter((_, index) => !kept.has(index))
  const taken = sum(whole.filter((_, index) => kept.has(index)))
  const room = available - taken
  if (sum(others) <= room) return { tabs: whole, list: sum(whole) }

  const cap = Math.floor(capOf(others, room))
  if (cap >= least) {
    const tabs = whole.map((width, index) => (kept.has(index) ? width : Math.min(width, cap)))
    return { tabs, list: sum(tabs) }
  }
  const shown = Math.max(0, Math.floor(room / least))
  // Where beside the one that is read none stands whole, each has the bar to itself as one goes through them.
  const each = Math.floor(shown === 0 ? Math.min(available, Math.max(taken, least)) : room / shown)
  return {
    tabs: whole.map((width, index) => (kept.has(index) ? width : each)),
    list: shown === 0 ? Math.min(taken, available) : taken + shown * each,
  }
}

const sum = (widths: readonly number[]): number => widths.reduce((all, width) => all + width, 0)

/** The width at which the wider ones are cut so that all fill the room. */
function capOf(widths: readonly number[], room: number): number {
  let left = room
  const sorted = widths.toSorted((one, other) => one - other)
  for (const [index, width] of sorted.entries()) {
    const equal = left / (sorted.length - index)
    if (width > equal) return equal
    left -= width
  }
  return Number.POSITIVE_INFINITY
}
