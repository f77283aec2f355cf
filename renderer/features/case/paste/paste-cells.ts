/**
 * Pasted text as rows of cells. Text with tabs is a table as spreadsheets copy it (a cell in quotes may hold tabs, line
 * breaks and doubled quotes); any other text has a row of one cell on each line. Rows without a word are left out.
 */
export function cellsOfPaste(pasted: string): string[][] {
  const text = pasted.replaceAll(/\r\n?/gu, '\n')
  const rows = text.includes('\t') ? tableRows(text) : text.split('\n').map((line) => [withoutBullet(line)])
  return rows.map((row) => row.map((cell) => cell.trim())).filter((row) => row.some((cell) => cell !== ''))
}

/** Whether a pasted text is worth more than the one line of an input. */
export const isPasteOfRows = (pasted: string): boolean => cellsOfPaste(pasted).length > 1 || /\S\t\s*\S/u.test(pasted)

/** "- ", "• ", "1. " and "2) " before a line are the list's, not the line's. */
const withoutBullet = (line: string): string => line.replace(/^\s*(?:[-–—•*·▪]\s+|\d{1,2}[.)]\s+(?=\D))/u, '')

function tableRows(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charAt(at)
    if (quoted) {
      if (letter !== '"') cell += letter
      else if (text[at + 1] === '"') {
        cell += '"'
        at += 1
      } else quoted = false
    } else if (letter === '"' && cell === '' && closes(text, at)) quoted = true
    else if (letter === '\t') {
      row.push(cell)
      cell = ''
    } else if (letter === '\n') {
      rows.push([...row, cell])
      row = []
      cell = ''
    } else cell += letter
  }
  return [...rows, [...row, cell]]
}

/** Whether a quote at a cell's beginning has one that ends the cell; else it is a letter like others. */
function closes(text: string, opening: number): boolean {
  for (let at = opening + 1; at < text.length; at += 1) {
    if (text[at] !== '"') continue
    if (text[at + 1] === '"') at += 1
    else return at + 1 === text.length || text[at + 1] === '\t' || text[at + 1] === '\n'
  }
  return false
}
