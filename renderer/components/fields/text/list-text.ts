/** A list's entries on one line, to be typed: commas between them, or semicolons where an entry holds a comma itself. */
export function listToText(entries: readonly string[]): string {
  const separator = entries.some((entry) => entry.includes(',')) ? '; ' : ', '
  const line = entries.join(separator)
  return separator === '; ' && entries.length === 1 ? `${line};` : line
}

/** The entries of a typed line; a semicolon anywhere means that commas belong to the entries. Repeats go once. */
export function textToList(line: string): string[] {
  const entries = line.split(line.includes(';') ? ';' : /[,،、]/u).map((entry) => entry.trim())
  return [...new Set(entries.filter((entry) => entry !== ''))]
}
