import { anchorOf, runsOf, type Span } from './marks.ts'

/** The attribute by which a chip in the editor says which mark it is. */
const markAttribute = 'data-mark'

export type ChipLook = { className: string; words: (id: string) => { shown: string; spoken: string } }

/**
 * Shows a text with its marks as chips that the caret steps over. The page's own nodes are made anew each time; nothing
 * is ever parsed as markup.
 */
export function showText(root: HTMLElement, text: string, look: ChipLook): void {
  const nodes: Node[] = []
  for (const run of runsOf(text)) {
    if (run.kind === 'text') {
      nodes.push(document.createTextNode(run.text))
      continue
    }
    const { shown, spoken } = look.words(run.id)
    const chip = document.createElement('span')
    chip.contentEditable = 'false'
    chip.className = look.className
    chip.setAttribute(markAttribute, run.id)
    chip.setAttribute('role', 'img')
    chip.setAttribute('aria-label', spoken)
    chip.textContent = shown
    nodes.push(chip)
  }
  // The engine shows a caret after a last line break or chip only where something follows.
  const last = nodes.at(-1)
  if (last === undefined || !(last instanceof Text) || text.endsWith('\n')) nodes.push(document.createElement('br'))
  root.replaceChildren(...nodes)
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
  if (node === root) return [...root.childNodes].slice(0, inside).map(textOfNode).join('').length
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
  const end = pointAt(root, span.end)
  selection.setBaseAndExtent(start.node, start.inside, end.node, end.inside)
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
