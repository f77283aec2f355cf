import { anchorOf, runsOf, type Span } from './marks.ts'

/** The attribute by which a chip in the editor says which mark it is. */
const markAttribute = 'data-mark'

export type ChipLook = { className: string; words: (id: string) => { shown: string; spoken: string } }

/**
 * Shows a text with its marks as chips that the caret steps over. What stands there already stays: of a text only the
 * letters that are others are exchanged, so that a key press in a long text costs the engine no more than in a short one.
 * Nothing is ever parsed as markup.
 */
export function showText(root: HTMLElement, text: string, look: ChipLook): void {
  let next: ChildNode | null = root.firstChild
  const runs = runsOf(text)
  for (const run of runs) {
    if (run.kind === 'text') {
      if (next instanceof Text) {
        exchange(next, run.text)
        next = next.nextSibling
      } else root.insertBefore(document.createTextNode(run.text), next)
      continue
    }
    const words = look.words(run.id)
    if (isChip(next, run.id)) {
      labelChip(next, look.className, words)
      next = next.nextSibling
    } else root.insertBefore(newChip(run.id, look.className, words), next)
  }
  // The engine shows a caret after a last line break or chip only where something follows.
  if (runs.at(-1)?.kind !== 'text' || text.endsWith('\n')) {
    if (next instanceof HTMLBRElement) next = next.nextSibling
    else root.insertBefore(document.createElement('br'), next)
  }
  while (next !== null) {
    const after: ChildNode | null = next.nextSibling
    next.remove()
    next = after
  }
}

/** Makes a text node say something else by exchanging only what lies between the same beginning and the same end. */
function exchange(node: Text, text: string): void {
  const { data } = node
  if (data === text) return
  const most = Math.min(data.length, text.length)
  let start = 0
  while (start < most && data[start] === text[start]) start += 1
  let end = 0
  while (end < most - start && data[data.length - 1 - end] === text[text.length - 1 - end]) end += 1
  node.replaceData(start, data.length - end - start, text.slice(start, text.length - end))
}

type ChipWords = ReturnType<ChipLook['words']>

const isChip = (node: ChildNode | null, id: string): node is HTMLElement =>
  node instanceof HTMLElement && node.getAttribute(markAttribute) === id

function labelChip(chip: HTMLElement, className: string, { shown, spoken }: ChipWords): void {
  if (chip.className !== className) chip.className = className
  if (chip.getAttribute('aria-label') !== spoken) chip.setAttribute('aria-label', spoken)
  if (chip.textContent !== shown) chip.textContent = shown
}

function newChip(id: string, className: string, words: ChipWords): HTMLElement {
  const chip = document.createElement('span')
  chip.contentEditable = 'false'
  chip.setAttribute(markAttribute, id)
  chip.setAttribute('role', 'img')
  labelChip(chip, className, words)
  return chip
}

const isElement = (node: Node): node is HTMLElement => node instanceof HTMLElement

function textOfNode(node: Node): string {
  if (node instanceof Text) return node.data
  if (!isElement(node)) return ''
  const mark = node.getAttribute(markAttribute)
  if (mark !== null) return anchorOf(mark)
  if (node.tagName === 'BR') return node.nextSibling === null ? '' : '\n'
  return [...node.childNodes].map(textOfNode).join('')
}

/** The text that the editor's nodes stand for; an input method may have changed them itself. */
export function textShown(root: HTMLElement): string {
  return [...root.childNodes].map(textOfNode).join('')
}

/** Where a point in the editor's nodes lies in the text. */
export function offsetOf(root: HTMLElement, node: Node, inside: number): number {
  if (node === root) return [...root.childNodes].slice(0, inside).reduce((sum, one) => sum + textOfNode(one).length, 0)
  let child: Node = node
  while (child.parentNode !== null && child.parentNode !== root) child = child.parentNode
  if (child.parentNode !== root) return 0
  const before = [...root.childNodes]
    .slice(0, [...root.childNodes].indexOf(child as ChildNode))
    .map(textOfNode)
    .join('').length
  return before + (child instanceof Text ? Math.min(inside, child.data.length) : textOfNode(child).length)
}

function pointAt(root: HTMLElement, offset: number): { node: Node; inside: number } {
  let left = offset
  for (const [index, child] of [...root.childNodes].entries()) {
    const { length } = textOfNode(child)
    if (child instanceof Text && left <= length) return { node: child, inside: left }
    if (left < length || (left === 0 && length === 0)) return { node: root, inside: index }
    left -= length
  }
  return { node: root, inside: root.childNodes.length }
}

/** Puts the caret or the selection where the text says. */
export function showSelection(root: HTMLElement, span: Span): void {
  const selection = root.ownerDocument.getSelection()
  if (selection === null) return
  const start = pointAt(root, span.start)
  const end = span.end === span.start ? start : pointAt(root, span.end)
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection
  const stands = anchorNode === start.node && anchorOffset === start.inside && focusNode === end.node && focusOffset === end.inside
  if (!stands) selection.setBaseAndExtent(start.node, start.inside, end.node, end.inside)
}

/** The selection as positions in the text; null where it lies outside the editor. */
export function selectionIn(root: HTMLElement): Span | null {
  const selection = root.ownerDocument.getSelection()
  if (selection === null || selection.anchorNode === null || selection.focusNode === null) return null
  if (!root.contains(selection.anchorNode) || !root.contains(selection.focusNode)) return null
  const anchor = offsetOf(root, selection.anchorNode, selection.anchorOffset)
  const focus = offsetOf(root, selection.focusNode, selection.focusOffset)
  return { start: Math.min(anchor, focus), end: Math.max(anchor, focus) }
}

/** The span that an input event says it will replace; null where it names none. */
export function spanOfInput(root: HTMLElement, event: InputEvent): Span | null {
  const [range] = event.getTargetRanges()
  if (range === undefined) return null
  const start = offsetOf(root, range.startContainer, range.startOffset)
  const end = offsetOf(root, range.endContainer, range.endOffset)
  return { start: Math.min(start, end), end: Math.max(start, end) }
}
