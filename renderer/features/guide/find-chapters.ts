import { foldText } from '../../../electron/domain/fold.ts'
import { chapterIds, type Block, type Chapter, type ChapterId, type Guide } from './blocks.ts'
import { piecesOf } from './rich-text.ts'

/** Words of the program by the names that the guide gives them. */
export type LabelOf = (name: string) => string

function textsOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'text':
    case 'heading':
    case 'note':
      return [block.text]
    case 'list':
    case 'steps':
    case 'dates':
      return block.items
    case 'table':
      return [block.head.join(' '), ...block.rows.map((cells) => cells.join(' '))]
    case 'picture':
      return [block.alt]
    case 'shortcuts':
      return []
  }
}

/** A text as it is read: with the program's words in place of their names. */
const readable = (text: string, labelOf: LabelOf): string =>
  piecesOf(text)
    .map((piece) => {
      if (piece.kind === 'keys') return piece.keys.replace('Mod', 'Ctrl')
      // Whoever looks for a chapter finds the chapter itself, not what leads to it.
      if (piece.kind === 'chapter') return ''
      return piece.kind === 'label' ? labelOf(piece.text) : piece.text
    })
    .join('')

/** Everything that a chapter says, one passage after the other. */
export const passagesOf = (chapter: Chapter, labelOf: LabelOf): string[] =>
  [chapter.title, chapter.lead, ...chapter.blocks.flatMap(textsOf)].map((text) => readable(text, labelOf))

export type Found = {
  id: ChapterId
  /** The first passage that has one of the words; null where only the title has them. */
  passage: string | null
}

/** Chapters that have every word somewhere, in the order of the guide; all of them for no words. */
export function findChapters(guide: Guide, query: string, labelOf: LabelOf): Found[] {
  const words = foldText(query)
    .split(/\s+/)
    .filter((word) => word !== '')
  return chapterIds.flatMap((id): Found[] => {
    if (words.length === 0) return [{ id, passage: null }]
    const passages = passagesOf(guide[id], labelOf)
    const folded = passages.map(foldText)
    if (!words.every((word) => folded.some((passage) => passage.includes(word)))) return []
    const best = folded.findIndex((passage, index) => index > 0 && words.every((word) => passage.includes(word)))
    const any = folded.findIndex((passage, index) => index > 0 && words.some((word) => passage.includes(word)))
    return [{ id, passage: passages[best === -1 ? any : best] ?? null }]
  })
}
