/** One piece of a long text: words, or the anchor of a citation. */
export type MarkedPart = { kind: 'text'; text: string; start: number } | { kind: 'mark'; id: string; text: string; start: number }

const MARK = /\[\^([a-z0-9]{4,12})\]/gu

/** Takes a text apart into words and citation marks `[^id]`. The parts' `text` joined gives the text back; `start` counts UTF-16 units. */
export function splitMarks(text: string): MarkedPart[] {
  const parts: MarkedPart[] = []
  let reached = 0
  for (const match of text.matchAll(MARK)) {
    if (match.index > reached) parts.push({ kind: 'text', text: text.slice(reached, match.index), start: reached })
    parts.push({ kind: 'mark', id: match[1] ?? '', text: match[0], start: match.index })
    reached = match.index + match[0].length
  }
  if (reached < text.length) parts.push({ kind: 'text', text: text.slice(reached), start: reached })
  return parts
}

/** The words alone. */
export function stripMarks(text: string): string {
  return text.includes('[^') ? text.replaceAll(MARK, '') : text
}

/** The ids of all marks in a text, in order. */
export function marksIn(text: string): string[] {
  return [...text.matchAll(MARK)].map((match) => match[1] ?? '')
}
