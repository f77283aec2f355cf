/** Fewest letters of a word that are still worth searching for. */
const fewest = 3
const most = 4

/** Queries that ask for less, best first: each word alone left out, then the last word cut down by a third of its letters. */
export function shorterQueries(query: string): string[] {
  const words = query.split(/\s+/).filter((word) => word !== '')
  const fewer = words.length > 1 ? words.map((_, index) => words.filter((_word, other) => other !== index).join(' ')) : []
  const cut = words.map((word, index) => {
    const letters = [...word]
    const kept = Math.max(fewest, Math.floor((letters.length * 2) / 3))
    return kept < letters.length ? words.with(index, letters.slice(0, kept).join('')).join(' ') : null
  })
  return [...new Set([...fewer, ...cut.filter((one) => one !== null)])].filter((one) => one !== query).slice(0, most)
}
