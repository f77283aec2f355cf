/** A key press, as much of it as says which command is meant. */
export type KeyPress = { key: string; code?: string; ctrlKey: boolean; metaKey: boolean; shiftKey: boolean; altKey: boolean }

/** Whether the keyboard has ⌘ in Ctrl's place. */
export const isMac = (platform: string): boolean => /mac|iphone|ipad/i.test(platform)

type Parts = { mod: boolean; ctrl: boolean; alt: boolean; shift: boolean; key: string }

function partsOf(keys: string): Parts {
  const parts = keys.split('+')
  const has = (name: string): boolean => parts.slice(0, -1).includes(name)
  return { mod: has('Mod'), ctrl: has('Ctrl'), alt: has('Alt'), shift: has('Shift'), key: parts.at(-1) ?? '' }
}

/** Whether a key belongs to a command even while somebody types. */
export function worksWhileTyping(keys: string): boolean {
  const { mod, ctrl, alt, key } = partsOf(keys)
  return mod || ctrl || alt || /^F\d+$/.test(key)
}

const written: Record<string, readonly string[]> = { Plus: ['+', '='], Minus: ['-', '_'], '?': ['?', '؟'], Comma: [',', '،'] }

/** A letter or digit by the place of its key: keyboards of other alphabets have Latin letters in the same places. */
const byPlace = (key: string): string | null => (/^[A-Z]$/.test(key) ? `Key${key}` : /^\d$/.test(key) ? `Digit${key}` : null)

function isKey(press: KeyPress, key: string): boolean {
  const letters = written[key]
  if (letters !== undefined) return letters.includes(press.key)
  if (press.key.toLowerCase() === key.toLowerCase()) return true
  const latin = /^[\u0020-\u007e]$/.test(press.key)
  return press.code !== undefined && press.code === byPlace(key) && (!latin || /^\d$/.test(key))
}

/** Whether a press is the one that `keys` names (`Mod+Shift+Z`). */
export function isPressOf(press: KeyPress, keys: string, mac: boolean): boolean {
  const { mod, ctrl, alt, shift, key } = partsOf(keys)
  if (press.ctrlKey !== (ctrl || (mod && !mac)) || press.metaKey !== (mod && mac) || press.altKey !== alt) return false
  // Signs stand on keys of their own in one country and above others elsewhere.
  const isSign = Object.hasOwn(written, key) || /^[^A-Za-z\d]$/.test(key)
  return (isSign || press.shiftKey === shift) && isKey(press, key)
}

const shown: Record<string, string> = {
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  Minus: '\u2212',
  Comma: ',',
}

/** The keys of a command as `Kbd` draws them. */
export const shownKeys = (keys: string): string =>
  keys
    .split('+')
    .map((key) => shown[key] ?? key)
    .join('+')

const wordless = new Set(['button', 'checkbox', 'radio', 'submit', 'reset', 'file', 'range', 'color'])

/** Whether a key press at this element types something. */
export function isTypingIn(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true
  return target instanceof HTMLInputElement && !wordless.has(target.type)
}
