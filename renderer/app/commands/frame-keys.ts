/** Keys of the frame's own commands. No two commands of the program share one. */
export const frameKeys = {
  'go.palette': ['Mod+K', 'Mod+P'],
  'go.find': ['Mod+F', '/'],
  'go.home': ['Alt+1'],
  'go.cases': ['Alt+2'],
  'go.people': ['Alt+3'],
  'go.sources': ['Alt+4'],
  'go.bin': ['Alt+5'],
  'go.settings': ['Mod+Comma'],
  'go.guide': ['Shift+F1'],
  'go.back': ['Alt+ArrowLeft'],
  'go.forward': ['Alt+ArrowRight'],
  'case.new': ['Mod+N'],
  'tabs.next': ['Ctrl+Tab', 'Mod+PageDown'],
  'tabs.previous': ['Ctrl+Shift+Tab', 'Mod+PageUp'],
  'tabs.close': ['Mod+W'],
  'tabs.1': ['Mod+1'],
  'tabs.2': ['Mod+2'],
  'tabs.3': ['Mod+3'],
  'tabs.4': ['Mod+4'],
  'tabs.5': ['Mod+5'],
  'tabs.6': ['Mod+6'],
  'tabs.7': ['Mod+7'],
  'tabs.8': ['Mod+8'],
  'tabs.9': ['Mod+9'],
  'edit.undo': ['Mod+Z'],
  'edit.redo': ['Mod+Shift+Z', 'Mod+Y'],
  'window.larger': ['Mod+Plus'],
  'window.smaller': ['Mod+Minus'],
  'window.usual': ['Mod+0'],
  'window.next_pane': ['F6'],
  'window.previous_pane': ['Shift+F6'],
  'window.keys': ['?', 'F1'],
  'window.lock': ['F9', 'Mod+L'],
} as const satisfies Record<string, readonly string[]>
export type FrameCommandId = keyof typeof frameKeys

/** The keys of a command. Where one reads from the right, the way back points to the right, and so do its arrows. */
export function keysOfFrame(id: FrameCommandId, mirrored: boolean): readonly string[] {
  if (mirrored && id === 'go.back') return frameKeys['go.forward']
  return mirrored && id === 'go.forward' ? frameKeys['go.back'] : frameKeys[id]
}
