/** What a window of `viewport` pixels shows of `count` rows of one height. */
export type Stretch = { first: number; last: number }

/** Rows drawn beyond the edges, so that none is blank while one scrolls. */
const beyond = 8
/** The stretch moves in steps of so many rows: most scroll events then change nothing at all. */
const step = 4

/** The rows to draw; `last` is included, and is -1 where there are none. */
export function stretchOf(scrolled: number, viewport: number, height: number, count: number): Stretch {
  const top = Math.floor(Math.max(0, scrolled) / height)
  const bottom = Math.ceil((Math.max(0, scrolled) + viewport) / height)
  const first = Math.max(0, Math.floor((top - beyond) / step) * step)
  const last = Math.min(count - 1, Math.ceil((bottom + beyond) / step) * step)
  return { first: Math.min(first, Math.max(0, last)), last }
}

/** Where to scroll so that a row is wholly seen; null where it is. Pixels from the top. */
export function scrollTo(index: number, scrolled: number, viewport: number, height: number): number | null {
  const top = index * height
  if (top < scrolled) return top
  if (top + height > scrolled + viewport) return Math.max(0, top + height - viewport)
  return null
}

/** Whole rows that fit into the window, less one, so that a page further still shows where one came from. */
export const rowsAPage = (viewport: number, height: number): number => Math.max(1, Math.floor(viewport / height) - 1)
