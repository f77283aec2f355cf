/** What the document keeps at least, in CSS pixels, however wide the list is drawn. */
export const leastDocument = 420
const leastList = 240
const mostList = 900

/** How wide the list may be in a window. */
export function listLimits(windowWidth: number, railWidth: number): { least: number; most: number } {
  return { least: leastList, most: Math.max(leastList, Math.min(mostList, windowWidth - railWidth - leastDocument)) }
}

/** How wide the list is where nobody said: the look's 348 px in a usual window, more where there is room. */
export const usualListWidth = (windowWidth: number): number => Math.round(Math.min(440, Math.max(300, windowWidth * 0.272)))

/** The width to draw: what was chosen as far as the window has room for it. */
export function listWidth(chosen: number | null, windowWidth: number, railWidth: number): number {
  const { least, most } = listLimits(windowWidth, railWidth)
  return Math.round(Math.min(most, Math.max(least, chosen ?? usualListWidth(windowWidth))))
}
