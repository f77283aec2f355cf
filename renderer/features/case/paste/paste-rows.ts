/** How pasted rows become rows of one kind: which field takes which cell. */
export type PastePlan = {
  /** Takes the first words of a row. */
  main: string
  /** Take what further cells say, in this order. */
  others: readonly string[]
  /** Take dates, wherever in the row they stand, first to last. */
  dates: readonly string[]
  /** Has a list of its own; a cell that says one of its words goes there. */
  choice: { field: string; find: (words: string) => string | null } | null
  /** Takes what has no place; null: it stays with the main words. */
  note: string | null
}

/** One row as it was understood, in the words that were pasted; `kept` went to the note since nothing else takes it. */
export type PastedRow = { values: Readonly<Record<string, string>>; kept: readonly string[] }

/** Rows out of cells. A first row of headings is left out. Nothing that was pasted is lost: what is not understood is kept. */
export function rowsOfCells(
  cells: readonly (readonly string[])[],
  plan: PastePlan,
  isDate: (words: string) => boolean,
  headings: ReadonlySet<string> = new Set(),
): PastedRow[] {
  const isHeading = (row: readonly string[]) => row.length > 1 && row.every((cell) => cell === '' || headings.has(fold(cell)))
  const first = cells[0]
  const rows = first !== undefined && isHeading(first) ? cells.slice(1) : cells
  return rows.map((row) => rowOfCells(row.length === 1 ? partsOfLine(row[0] ?? '', plan, isDate) : row, plan, isDate))
}

/** Folded for comparing words that people type. */
export const fold = (words: string): string => words.trim().toLocaleLowerCase().normalize('NFKD').replaceAll(/\p{M}/gu, '')

/** A line taken apart where it says how: at semicolons, else at commas beside a date or a word of the list. */
function partsOfLine(line: string, plan: PastePlan, isDate: (words: string) => boolean): string[] {
  if (/[;؛]/u.test(line)) return line.split(/[;؛]/u).map((part) => part.trim())
  const speaks = (part: string) => (plan.dates.length > 0 && isDate(part)) || (plan.choice?.find(part) ?? null) !== null
  const joined: string[] = []
  let open = false
  for (const piece of line.split(/(?<=[,،])\s|\s[–—-]\s/u)) {
    const part = piece.replace(/[,،]$/u, '').trim()
    if (part === '') continue
    if (speaks(part)) {
      joined.push(part)
      open = false
    } else if (open) joined[joined.length - 1] = line.slice(line.indexOf(joined.at(-1) ?? ''), line.indexOf(part) + part.length)
    else {
      joined.push(part)
      open = true
    }
  }
  return joined.some(speaks) ? joined : [line]
}

function rowOfCells(cells: readonly string[], plan: PastePlan, isDate: (words: string) => boolean): PastedRow {
  const values: Record<string, string> = {}
  const kept: string[] = []
  const dates = [...plan.dates]
  const others = [...plan.others]
  for (const [place, cell] of cells.entries()) {
    if (cell === '') {
      // An empty cell of a table holds its column's place.
      if (place === 0) continue
      if (others.length > 0) others.shift()
      else if (dates.length > 0) dates.shift()
      continue
    }
    const chosen = plan.choice === null || plan.choice.field in values ? null : plan.choice.find(cell)
    const date = dates[0]
    if (plan.choice !== null && chosen !== null) values[plan.choice.field] = chosen
    else if (date !== undefined && isDate(cell)) {
      values[date] = cell
      dates.shift()
    } else if (plan.main !== plan.choice?.field && values[plan.main] === undefined) values[plan.main] = cell
    else {
      const other = others.shift()
      if (other !== undefined) values[other] = cell
      else kept.push(cell)
    }
  }
  const note = plan.note ?? plan.main
  if (kept.length > 0) values[note] = [values[note] ?? '', ...kept].filter((part) => part !== '').join(plan.note === null ? ', ' : '; ')
  return { values, kept: plan.note === null ? [] : kept }
}
