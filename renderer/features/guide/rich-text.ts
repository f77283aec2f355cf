import { isChapterId, type ChapterId } from './blocks.ts'

/** A stretch of a guide's text: plain, words of the program, keys (`Mod` is Ctrl, and ⌘ on a Mac), or another chapter. */
export type Piece = { kind: 'plain' | 'label'; text: string } | { kind: 'keys'; keys: string } | { kind: 'chapter'; id: ChapterId }

const marked = /\{(#?)([\w-]+)\}|\[([^[\]\s]+)\]/g

/** Takes a guide's text apart; see `Block`. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const match of text.matchAll(marked)) {
    if (match.index > at) pieces.push({ kind: 'plain', text: text.slice(at, match.index) })
    const [whole, hash, name, keys = ''] = match
    pieces.push(pieceOf(name, hash === '#', keys))
    at = match.index + whole.length
  }
  if (at < text.length) pieces.push({ kind: 'plain', text: text.slice(at) })
  return pieces
}

function pieceOf(name: string | undefined, isChapter: boolean, keys: string): Piece {
  if (name === undefined) return { kind: 'keys', keys: keys.replace('Ctrl', 'Mod') }
  return isChapter && isChapterId(name) ? { kind: 'chapter', id: name } : { kind: 'label', text: name }
}
