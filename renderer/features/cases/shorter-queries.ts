/** Fewest letters of a word that are still worth searching for. */
const fewest = 3
const most = 6

/** A word without the last third of its letters. */
function cutDown(word: string): string {
  const letters = [...word]
  return letters.slice(0, Math.max(fewest, Math.floor((letters.length * 2) / 3))).join('')
}

/** Queries that ask for less, best first: each word left out, each cut down, and each alone and cut down. */
export function shorterQueries(query: string): string[] {
  const words = query.split(/\s+/).filter((word) => word !== '')
  const fewer = words.length > 1 ? words.map((_, index) => words.filter((_word, other) => other !== index).join(' ')) : []
  const cut = words.map((word, index) => words.with(index, cutDown(word)).join(' '))
  return [...new Set([...fewer, ...cut, ...words.map(cutDown)])].filter((one) => one !== query).slice(0, most)
}
