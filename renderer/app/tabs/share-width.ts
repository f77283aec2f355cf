/** Room that each tab takes, and that of all that are seen at once; a fraction of a pixel is never given away. */
export type SharedWidth = { tabs: number[]; list: number }

/**
 * Shares the room of the bar among its tabs. Who needs little gets all of it, so a short name is never cut for a long one's
 * sake. Where not even `least` is left for each, only so many are shown as stand there whole; the others are scrolled to.
 * @param natural how wide each tab would be by its own words
 * @param kept the one that is never narrowed: that which is read, or which the keyboard is on
 */
export function shareWidth(natural: readonly number[], kept: number, available: number, least: number): SharedWidth {
  const whole = natural.map((width) => Math.min(width, available))
  const others = whole.toSpliced(kept, 1)
  const taken = whole[kept] ?? 0
  const room = available - taken
  if (sum(others) <= room) return { tabs: whole, list: sum(whole) }

  const cap = Math.floor(capOf(others, room))
  if (cap >= least) {
    const tabs = whole.map((width, index) => (index === kept ? width : Math.min(width, cap)))
    return { tabs, list: sum(tabs) }
  }
  const shown = Math.max(0, Math.floor(room / least))
  // Where beside the one that is read none stands whole, each has the bar to itself as one goes through them.
  const each = Math.floor(shown === 0 ? Math.min(available, Math.max(taken, least)) : room / shown)
  return {
    tabs: whole.map((width, index) => (index === kept ? width : each)),
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

/**
 * How far the bar is scrolled, in pixels from its start, so that a tab is wholly in view and the first one seen is whole:
 * as little further as that takes.
 */
export function scrollToTab(widths: readonly number[], list: number, scrolled: number, at: number): number {
  const starts = widths.map((_, index) => sum(widths.slice(0, index)))
  const start = (index: number): number => starts[index] ?? 0
  const nearest = starts.reduce((best, one, index) => (Math.abs(one - scrolled) < Math.abs(start(best) - scrolled) ? index : best), 0)
  let first = Math.min(nearest, at)
  while (first < at && start(at) + (widths[at] ?? 0) - start(first) > list) first += 1
  return Math.max(0, Math.min(start(first), sum(widths) - list))
}

/** How many tabs don't stand whole in the bar. */
export function hiddenTabs(widths: readonly number[], list: number, scrolled: number): number {
  const ends = widths.map((_, index) => sum(widths.slice(0, index + 1)))
  return widths.filter((width, index) => (ends[index] ?? 0) - width < scrolled - 1 || (ends[index] ?? 0) > scrolled + list + 1).length
}
