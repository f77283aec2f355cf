/** One person of several who were taken together, as far as a pasted line told. */
export type TogetherPerson = { name: string; birth: string; note: string }

/** As many as are made in one step; a longer list belongs to an import. */
export const mostTogether = 60
const longestName = 300

const headings = new Set([
  'name',
  'names',
  'full name',
  'nombre',
  'nombres',
  'nombre completo',
  'nom',
  'noms',
  'nom complet',
  'الاسم',
  'الاسم الكامل',
])
const bullet = /^(?:[-–—•*·‣]\s+|\(?\p{Nd}{1,3}[.)-]\)?\s+)/u

/**
 * Several people out of pasted lines, or out of cells of a sheet: name, birth or age, and the rest as a note.
 * @param isBirth whether words can be read as a birth or an age
 */
export function readPastedPeople(text: string, isBirth: (words: string) => boolean): TogetherPerson[] {
  return (
    text
      // A cell of a sheet that holds several lines comes in quotation marks.
      .replaceAll(/(?<=^|[\t\n])"((?:[^"]|"")*)"(?=[\t\r\n]|$)/gu, (_, cell: string) =>
        cell.replaceAll('""', '"').replaceAll(/\s*[\r\n]+\s*/gu, ' '),
      )
      .split(/\r\n|[\n\r\u2028\u2029]/u)
      .map((line, at) => personOf(line, at, isBirth))
      .filter((person) => person !== null)
  )
}

function personOf(line: string, at: number, isBirth: (words: string) => boolean): TogetherPerson | null {
  const cells = cellsOf(line.trim().replace(bullet, ''), isBirth)
  // A sheet's own numbering is no name.
  if (cells.length > 1 && /^\p{Nd}{1,4}$/u.test(cells[0] ?? '')) cells.shift()
  const [name = '', ...rest] = cells
  if (!/[\p{L}\p{N}]/u.test(name)) return null
  if (at === 0 && headings.has(name.toLowerCase())) return null
  const born = rest.findIndex((cell) => isBirth(cell))
  const note = rest.filter((_, index) => index !== born).join('; ')
  const birth = rest[born] ?? ''
  // What is too long for a name is a description: it is kept whole.
  return name.length > longestName
    ? { name: `${name.slice(0, longestName - 1)}…`, birth, note: [name, note].filter((part) => part !== '').join('; ') }
    : { name, birth, note }
}

function cellsOf(line: string, isBirth: (words: string) => boolean): string[] {
  const split = (mark: RegExp): string[] =>
    line
      .split(mark)
      .map((cell) => cell.trim())
      .filter((cell) => cell !== '')
  if (line.includes('\t')) return split(/\t/u)
  if (/[;؛]/u.test(line)) return split(/[;؛]/u)
  const inBrackets = /^(.+?)\s*[([]([^()[\]]{1,40})[)\]]\s*[,،:–-]?\s*(.*)$/u.exec(line)
  if (inBrackets !== null && isBirth(inBrackets[2] ?? ''))
    return [inBrackets[1] ?? '', inBrackets[2] ?? '', inBrackets[3] ?? ''].filter((cell) => cell !== '')
  // A comma may stand between family and given name: it parts cells only where an age or a year comes after it.
  const parts = split(/[,،]/u)
  const born = parts.findIndex((part, index) => index > 0 && isBirth(part))
  if (born < 0) return line === '' ? [] : [line]
  const rest = parts.slice(born + 1).join(', ')
  return [parts.slice(0, born).join(', '), parts[born] ?? '', ...(rest === '' ? [] : [rest])]
}
