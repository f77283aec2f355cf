import type { Snippet } from '../../../electron/contract/index.ts'

/** A stretch of text, matched or not. */
export type Piece = { text: string; matched: boolean }

/** Characters that stand before the first match at most, so that what was searched for is always seen. */
const lead = 14

/** A text cut into matched and other stretches; matches outside of it or over each other are left out. */
export function piecesOf(text: string, matches: readonly { start: number; end: number }[]): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const { start, end } of matches.toSorted((a, b) => a.start - b.start)) {
    if (start < at || end > text.length || end <= start) continue
    if (start > at) pieces.push({ text: text.slice(at, start), matched: false })
    pieces.push({ text: text.slice(start, end), matched: true })
    at = end
  }
  if (at < text.length) pieces.push({ text: text.slice(at), matched: false })
  return pieces
}

/** A snippet's stretches, begun shortly before the first match, at a word. */
export function shortPieces({ text, matches }: Pick<Snippet, 'text' | 'matches'>): Piece[] {
  const first = matches.reduce((least, { start }) => Math.min(least, start), Number.POSITIVE_INFINITY)
  if (!Number.isFinite(first) || first <= lead) return piecesOf(text, matches)
  const space = text.indexOf(' ', first - lead)
  const cut = space === -1 || space >= first ? first : space + 1
  const rest = piecesOf(
    text.slice(cut),
    matches.map(({ start, end }) => ({ start: start - cut, end: end - cut })),
  )
  return [{ text: '… ', matched: false }, ...rest]
}

type Split = { inName: Snippet | null; inPlace: Snippet | null; other: Snippet | null }

/** The hits in the name and in the place that the row shows anyway, and the first hit that it doesn't show whole. */
export function splitSnippets(snippets: readonly Snippet[], name: string, place: string | null = null): Split {
  return {
    inName: snippets.find((snippet) => snippet.text === name) ?? null,
    inPlace: place === null ? null : (snippets.find((snippet) => snippet.text === place) ?? null),
    // A place is told again: in its own line it may be cut off.
    other: snippets.find((snippet) => snippet.text !== name) ?? null,
  }
}
