/** A stretch of a guide's text: plain, words of the program, or keys (`Mod` is Ctrl, and ⌘ on a Mac). */
export type Piece = { kind: 'plain' | 'label'; text: string } | { kind: 'keys'; keys: string }

const marked = /\{(\w+)\}|\[([^[\]\s]+)\]/g

/** Takes a guide's text apart; see `Block`. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const match of text.matchAll(marked)) {
    if (match.index > at) pieces.push({ kind: 'plain', text: text.slice(at, match.index) })
    const [whole, label, keys = ''] = match
    pieces.push(label === undefined ? { kind: 'keys', keys: keys.replace('Ctrl', 'Mod') } : { kind: 'label', text: label })
    at = match.index + whole.length
  }
  if (at < text.length) pieces.push({ kind: 'plain', text: text.slice(at) })
  return pieces
}
