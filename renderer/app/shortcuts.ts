/** What a key press asks the frame of the page to do. */
export type FrameCommand = 'find' | 'new_case' | 'lock' | 'next_pane' | 'previous_pane' | 'undo'

type KeyPress = { key: string; ctrlKey: boolean; metaKey: boolean; shiftKey: boolean; altKey: boolean }

/** The frame's command for a key press; null where the key is none of its business. */
export function frameCommandOf(press: KeyPress, typing: boolean): FrameCommand | null {
  if (press.altKey) return null
  const commanding = press.ctrlKey || press.metaKey
  if (press.key === 'F6') return press.shiftKey ? 'previous_pane' : 'next_pane'
  if (!commanding || press.shiftKey) return null
  switch (press.key.toLowerCase()) {
    case 'k':
      return 'find'
    case 'n':
      return 'new_case'
    case 'l':
      return 'lock'
    case 'z':
      // Where one types, undo belongs to the words being typed.
      return typing ? null : 'undo'
    default:
      return null
  }
}

const wordless = new Set(['button', 'checkbox', 'radio', 'submit', 'reset', 'file', 'range', 'color'])

/** Whether a key press at this element types something. */
export function isTypingIn(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true
  return target instanceof HTMLInputElement && !wordless.has(target.type)
}
