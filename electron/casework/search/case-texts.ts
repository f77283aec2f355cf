import { foldText, wordsOf } from '../../domain/fold.ts'
import { standingRows } from './case-rows.ts'
import type { CaseRows } from './case-rows.ts'
import { keyMark, nameWords } from './name-words.ts'
import { eachText, piecesOfRow } from './searched-fields.ts'
import type { Piece, SearchColumn } from './searched-fields.ts'

/** A row of `case_texts`: the words of a case file, folded, by column of the full-text index. */
export type TextRow = {
  case_id: number
  names: string
  name_keys: string
  reference: string
  places: string
  charges: string
  body: string
  sources: string
}

/**
 * All texts of a case file that can be found, as they were written. What a citation says out of a protected source could
 * give the source away, so it is not among them.
 */
export const piecesOf = (rows: CaseRows): Piece[] => findableRows(rows).flatMap(([table, row]) => piecesOfRow(table, row))

function findableRows(rows: CaseRows): ReturnType<typeof standingRows> {
  const protectedSources = new Set(
    (rows.hanging.get('sources') ?? []).filter((row) => row['protection'] === 'protected').map((row) => row['uuid']),
  )
  const standing = standingRows(rows)
  if (protectedSources.size === 0) return standing
  return standing.filter(([table, row]) => table !== 'citations' || !protectedSources.has(row['source_id'] ?? null))
}

/** The row of `case_texts` for a case file. */
export function textRowOf(rows: CaseRows): TextRow {
  const folded: Record<SearchColumn, Set<string>> = {
    names: new Set(),
    reference: new Set(),
    places: new Set(),
    charges: new Set(),
    body: new Set(),
    sources: new Set(),
  }
  const keys = new Set<string>()
  const take = (column: SearchColumn, text: string): void => {
    folded[column].add(foldText(text))
    if (column === 'names') for (const { key } of nameWords(text)) keys.add(`${keyMark}${key}`)
  }
  for (const [table, row] of findableRows(rows)) eachText(table, row, take)
  // A line apart, so that a phrase is not made of the end of one text and the beginning of the next more often than need be.
  const joined = (column: SearchColumn): string => [...folded[column]].join('\n')
  return {
    case_id: Number(rows.caseFile['id']),
    names: joined('names'),
    name_keys: [...keys].join(' '),
    reference: referenceWords(joined('reference')),
    places: joined('places'),
    charges: joined('charges'),
    body: joined('body'),
    sources: joined('sources'),
  }
}

/** A folded reference twice: as it is, and with its numbers as people type them ("ven-2024-1" for "ven-2024-0001"). */
function referenceWords(reference: string): string {
  const short = wordsOf(reference)
    .map((word) => (/^0+\d/.test(word) ? word.replace(/^0+(?=\d)/, '') : word))
    .join('-')
  return short === wordsOf(reference).join('-') ? reference : `${reference}\n${short}`
}
