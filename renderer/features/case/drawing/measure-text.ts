let context: CanvasRenderingContext2D | null = null
const known = new Map<string, number>()

/** How wide a line of text is in CSS pixels, in the page's own type. `weight` and `size` as in CSS. */
export function widthOfText(text: string, weight: number, size: number): number {
  const key = `${weight}/${size}/${text}`
  const before = known.get(key)
  if (before !== undefined) return before
  context ??= document.createElement('canvas').getContext('2d')
  if (context === null) return text.length * size * 0.6
  const family = getComputedStyle(document.documentElement).getPropertyValue('--font-sans')
  context.font = `${weight} ${size}px ${family}`
  const width = Math.ceil(context.measureText(text).width)
  // What is kept is letters of the screen's words and of names; it goes with the page when the vault is locked.
  if (known.size > 2000) known.clear()
  known.set(key, width)
  return width
}
