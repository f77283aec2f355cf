const onMac: Readonly<Record<string, string>> = {
  Mod: '⌘',
  Ctrl: '⌃',
  Alt: '⌥',
  Shift: '⇧',
  Enter: '↩',
  Up: '↑',
  Down: '↓',
  Left: '←',
  Right: '→',
}
const elsewhere: Readonly<Record<string, string>> = { Mod: 'Ctrl', Up: '↑', Down: '↓', Left: '←', Right: '→' }

/**
 * What is printed on the keys of a shortcut.
 * @param keys joined by +, where Mod is Ctrl, and ⌘ on a Mac; a + key is written Plus.
 * @param platform as `navigator.platform` names it
 * @param printed what stands on keys that each language prints its own word on
 */
export function keyNames(keys: string, platform: string, printed: Readonly<Record<string, string>> = {}): string[] {
  const names = { ...printed, ...(platform.startsWith('Mac') ? onMac : elsewhere) }
  return keys.split('+').map((key) => (key === 'Plus' ? '+' : (names[key] ?? (key.length === 1 ? key.toUpperCase() : key))))
}
