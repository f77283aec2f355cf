import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react'

import { become, redo, replace, select, spanBeside, startEditing, undo, type ChangeKind, type EditHistory } from './text/edit-model.ts'
import { keepMarks, marksIn, withoutMarks, type Span } from './text/marks.ts'
import { selectionIn, showSelection, showText, spanOfInput, textShown, type ChipLook } from './text/text-dom.ts'

/** The clipboard's format in which marks travel; other programs see the words alone. */
const ownFormat = 'text/x-habeas-marks'

export type TextEditorParts = {
  text: string
  /** Where the caret stands at first; the end where it isn't said. */
  caret: number | null
  look: ChipLook
  onChange: (text: string) => void
}

export type TextEditorControl = {
  /** Puts text, such as a mark's anchor, at a position. */
  insert: (position: number, text: string) => void
  text: () => string
  selection: () => Span
}

/**
 * Runs an editable element on the edit model: the engine's own edits are stopped and done on the text instead, so that
 * undo, paste and deleting know the marks. Input methods, which can't be stopped, write first and are read back.
 */
export function useTextEditor(root: RefObject<HTMLElement | null>, { text, caret, look, onChange }: TextEditorParts): TextEditorControl {
  const history = useRef<EditHistory>(startEditing(text, caret ?? text.length))
  const latest = useRef({ look, onChange })
  useEffect(() => {
    latest.current = { look, onChange }
  })

  const composing = useRef(false)
  const show = () => {
    if (root.current === null) return
    showText(root.current, history.current.now.text, latest.current.look)
    showSelection(root.current, history.current.now.selection)
  }

  const go = (next: EditHistory) => {
    const before = history.current.now.text
    history.current = next
    show()
    if (next.now.text !== before) latest.current.onChange(next.now.text)
  }
  const going = useRef(go)
  useEffect(() => {
    going.current = go
  })

  useLayoutEffect(() => {
    const element = root.current
    if (element === null) return
    element.focus()
    showText(element, history.current.now.text, latest.current.look)
    showSelection(element, history.current.now.selection)
    return listen(element, { history, composing }, (next) => going.current(next))
  }, [root])

  // A mark taken out elsewhere, and numbers that changed, show here too.
  useEffect(() => {
    const element = root.current
    // What an input method is writing at this moment must not be taken from under it.
    if (element === null || composing.current) return
    if (text !== history.current.now.text)
      history.current = become(history.current, text, Math.min(history.current.now.selection.start, text.length), Date.now())
    showText(element, history.current.now.text, look)
    if (element === element.ownerDocument.activeElement) showSelection(element, history.current.now.selection)
  }, [root, text, look])

  return {
    insert: (position, added) => go(replace(history.current, { start: position, end: position }, added, 'other', Date.now())),
    text: () => history.current.now.text,
    selection: () => history.current.now.selection,
  }
}

type Shared = { history: RefObject<EditHistory>; composing: RefObject<boolean> }

function listen(element: HTMLElement, { history, composing }: Shared, go: (next: EditHistory) => void): () => void {
  const caretOf = (): Span => selectionIn(element) ?? history.current.now.selection

  const onBeforeInput = (event: InputEvent) => {
    if (composing.current || event.inputType === 'insertCompositionText') return
    event.preventDefault()
    const { inputType } = event
    if (inputType === 'historyUndo') return go(undo(history.current))
    if (inputType === 'historyRedo') return go(redo(history.current))
    // Bold and the like have no meaning in plain text.
    if (inputType.startsWith('format')) return
    const now = select(history.current, caretOf())
    const span = spanOfInput(element, event) ?? now.now.selection
    if (inputType.startsWith('delete')) {
      const whole =
        span.start === span.end ? spanBeside(now.now.text, span.start, inputType.endsWith('Forward') ? 'after' : 'before') : span
      return go(replace(history.current, whole, '', inputType === 'deleteByCut' ? 'other' : 'deleting', Date.now()))
    }
    const kind: ChangeKind = inputType === 'insertText' ? 'typing' : 'other'
    go(replace(history.current, span, insertionOf(event, now.now.text), kind, Date.now()))
  }

  const onCompositionEnd = () => {
    composing.current = false
    const text = textShown(element)
    go(become(history.current, text, (selectionIn(element) ?? { end: text.length }).end, Date.now()))
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || composing.current) return
    const key = event.key.toLowerCase()
    if (key !== 'z' && key !== 'y') return
    event.preventDefault()
    go(key === 'y' || event.shiftKey ? redo(history.current) : undo(history.current))
  }

  // What is copied carries its anchors to another place of the same field; elsewhere they are only words.
  const onCopy = (event: ClipboardEvent) => {
    const { start, end } = caretOf()
    if (event.clipboardData === null || start === end) return
    event.preventDefault()
    const copied = history.current.now.text.slice(start, end)
    event.clipboardData.setData('text/plain', withoutMarks(copied))
    event.clipboardData.setData(ownFormat, copied)
    if (event.type === 'cut') go(replace(history.current, { start, end }, '', 'other', Date.now()))
  }

  const onPaste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData?.getData(ownFormat) ?? ''
    const raw = pasted === '' ? (event.clipboardData?.getData('text/plain') ?? '') : pasted
    event.preventDefault()
    const now = history.current
    go(replace(now, caretOf(), cleaned(raw, now.now.text), 'other', Date.now()))
  }

  const onSelectionChange = () => {
    const selection = composing.current ? null : selectionIn(element)
    if (selection !== null) history.current = select(history.current, selection)
  }

  const onCompositionStart = () => {
    composing.current = true
  }
  const page = element.ownerDocument
  element.addEventListener('beforeinput', onBeforeInput)
  element.addEventListener('compositionstart', onCompositionStart)
  element.addEventListener('compositionend', onCompositionEnd)
  element.addEventListener('keydown', onKeyDown)
  element.addEventListener('copy', onCopy)
  element.addEventListener('cut', onCopy)
  element.addEventListener('paste', onPaste)
  page.addEventListener('selectionchange', onSelectionChange)
  return () => {
    element.removeEventListener('beforeinput', onBeforeInput)
    element.removeEventListener('compositionstart', onCompositionStart)
    element.removeEventListener('compositionend', onCompositionEnd)
    element.removeEventListener('keydown', onKeyDown)
    element.removeEventListener('copy', onCopy)
    element.removeEventListener('cut', onCopy)
    element.removeEventListener('paste', onPaste)
    page.removeEventListener('selectionchange', onSelectionChange)
  }
}

function insertionOf(event: InputEvent, text: string): string {
  if (event.inputType === 'insertParagraph' || event.inputType === 'insertLineBreak') return '\n'
  return cleaned(event.dataTransfer?.getData('text/plain') ?? event.data ?? '', text)
}

function cleaned(raw: string, text: string): string {
  return keepMarks(raw.replaceAll(/\r\n?/g, '\n'), new Set(marksIn(text)))
}
