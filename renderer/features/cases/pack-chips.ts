/**
 * How many of the chips fit into some rows, with those that always stand at the end. Widths in CSS pixels.
 * The chips keep their order, so the answer is a number: those after it are left to the panel.
 */
export function chipsThatFit(widths: readonly number[], always: readonly number[], available: number, gap: number, rows: number): number {
  for (let count = widths.length; count > 0; count -= 1) {
    if (rowsFor([...widths.slice(0, count), ...always], available, gap) <= rows) return count
  }
  return 0
}

function rowsFor(widths: readonly number[], available: number, gap: number): number {
  let rows = 1
  let used = 0
  for (const width of widths) {
    if (used > 0 && used + gap + width > available) {
      rows += 1
      used = 0
    }
    used += (used > 0 ? gap : 0) + width
  }
  return rows
}
