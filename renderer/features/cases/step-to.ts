/** Where a key leads in a list of `count` rows from the row `at`, `page` rows to a screenful; null where it is not the list's key. */
export function stepTo(key: string, at: number, count: number, page = 8): number | null {
  if (count === 0) return null
  const inside = (index: number) => Math.min(Math.max(index, 0), count - 1)
  switch (key) {
    case 'ArrowDown':
      return inside(at + 1)
    case 'ArrowUp':
      return inside(at - 1)
    case 'PageDown':
      return inside(at + page)
    case 'PageUp':
      return inside(at - page)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    case 'Enter':
    case ' ':
      return inside(at)
    default:
      return null
  }
}
