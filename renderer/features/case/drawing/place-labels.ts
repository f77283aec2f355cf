/** A label as it wants to stand: beside its mark at `at`, taking `width`; both in pixels from where the line begins. */
export type Label = { at: number; width: number; /** It finds its room before all others. */ first?: boolean }
/** Where it stands: its beginning and its row, counted from the drawing downwards. */
export type PlacedLabel = { start: number; row: number }

/**
 * Puts labels under a drawing so that no two of them touch and none hangs out. Later marks come first, so that the line
 * from an earlier mark to a lower row passes beside them. Null for a label that finds no room in `mostRows` rows.
 */
export function placeLabels(labels: readonly Label[], total: number, { gap = 10, mostRows = 6 } = {}): (PlacedLabel | null)[] {
  const placed: (PlacedLabel | null)[] = labels.map(() => null)
  const rows: { start: number; end: number }[][] = []
  const order = labels
    .map((label, index) => ({ ...label, index }))
    .toSorted((a, b) => Number(b.first ?? false) - Number(a.first ?? false) || b.at - a.at || b.index - a.index)
  for (const { at, width, index } of order) {
    if (width > total) continue
    const start = Math.max(0, Math.min(at, total - width))
    const end = start + width
    const free = (row: number) => (rows[row] ?? []).every((taken) => end + gap <= taken.start || taken.end + gap <= start)
    for (let row = 0; row < mostRows; row += 1) {
      if (!free(row)) continue
      rows[row] = [...(rows[row] ?? []), { start, end }]
      placed[index] = { start, row }
      break
    }
  }
  return placed
}
