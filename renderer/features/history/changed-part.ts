/** Words kept on either side of what changed, so that it can be found in the text again. */
const context = 40
const shortEnough = 160

/**
 * The part of a long text that changed, before and after, with a few words around it; short texts stay whole. An emptied
 * or a new text is told whole. Both are the same where nothing that is read changed.
 */
export function changedPart(before: string | null, after: string | null): [string | null, string | null] {
  if (before === null || after === null || before === after) return [before, after]
  if (Math.max(before.length, after.length) <= shortEnough) return [before, after]
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before[start] === after[start]) start += 1
  let end = 0
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1
  const from = wordStart(before, Math.max(0, start - context))
  const cut = (text: string): string => {
    const to = wordEnd(text, Math.min(text.length, text.length - end + context))
    return `${from > 0 ? '… ' : ''}${text.slice(from, to)}${to < text.length ? ' …' : ''}`
  }
  return [cut(before), cut(after)]
}

/** Back to the beginning of the word at a place, so that no word (and no letter of two units) is cut. */
function wordStart(text: string, place: number): number {
  let at = place
  while (at > 0 && !/\s/.test(text[at - 1] ?? '')) at -= 1
  return at
}

function wordEnd(text: string, place: number): number {
  let at = place
  while (at < text.length && !/\s/.test(text[at] ?? '')) at += 1
  return at
}
