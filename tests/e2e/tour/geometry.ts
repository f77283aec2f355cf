import type { Page } from 'playwright-core'

/** What is wrong with how words stand on the screen, each as a line; empty where nothing is. */
export async function faultsOfLayout(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    type Box = { left: number; top: number; right: number; bottom: number }
    type Words = { element: Element; text: string; boxes: Box[]; layer: Element }
    const faults = new Set<string>()
    const nameOf = (element: Element): string => {
      const classes = typeof element.className === 'string' ? element.className.split(' ').slice(0, 2).join('.') : ''
      return `${element.tagName.toLowerCase()}${classes === '' ? '' : `.${classes}`}`
    }
    const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text)
    const floating = '[role="dialog"], [role="alertdialog"], [role="tooltip"], [data-floating], .react-aria-Popover, [data-trigger]'
    const styleOf = new Map<Element, CSSStyleDeclaration>()
    const style = (element: Element): CSSStyleDeclaration => {
      const known = styleOf.get(element) ?? getComputedStyle(element)
      styleOf.set(element, known)
      return known
    }
    const isHidden = (element: Element): boolean =>
      !element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true }) ||
      element.closest('.visually-hidden, [data-visually-hidden]') !== null
    const clips = (value: string): boolean => value === 'hidden' || value === 'clip'
    const scrolls = (value: string): boolean => value === 'auto' || value === 'scroll'

    const all: Words[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement
      const text = node.textContent?.trim() ?? ''
      if (element === null || text === '' || isHidden(element)) continue
      const own = style(element)
      // Words only for screen readers take a pixel.
      if (own.clipPath !== 'none' && element.clientWidth <= 2) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      const boxes = [...range.getClientRects()].filter((box) => box.width > 1 && box.height > 1)
      if (boxes.length === 0) continue
      const seen: Box[] = []
      for (const box of boxes) {
        let rest: Box | null = { left: box.left, top: box.top, right: box.right, bottom: box.bottom }
        let reachable = true
        for (let holder: Element | null = element; holder !== null && rest !== null; holder = holder.parentElement) {
          const around = style(holder)
          if (holder === document.body || holder === document.documentElement) break
          if (around.display === 'inline' || around.display === 'contents') continue
          const x = around.overflowX
          const y = around.overflowY
          if (x === 'visible' && y === 'visible') continue
          const frame = holder.getBoundingClientRect()
          const mayCut = holder.closest('[data-cuts]') !== null
          const cutAcross = rest.left < frame.left - 1 || rest.right > frame.right + 1
          const cutDown = rest.top < frame.top - 2 || rest.bottom > frame.bottom + 2
          if (cutAcross && clips(x) && !mayCut) faults.add(`cut off at the side: “${short(text)}” in ${nameOf(holder)}`)
          if (cutDown && clips(y) && !mayCut && !scrolls(y)) {
            // A line that begins below what is clamped on purpose says so by data-cuts.
            faults.add(`cut off above or below: “${short(text)}” in ${nameOf(holder)}`)
          }
          if (scrolls(x) || scrolls(y)) reachable = true
          rest =
            rest.right <= frame.left || rest.left >= frame.right || rest.bottom <= frame.top || rest.top >= frame.bottom
              ? null
              : {
                  left: Math.max(rest.left, frame.left),
                  top: Math.max(rest.top, frame.top),
                  right: Math.min(rest.right, frame.right),
                  bottom: Math.min(rest.bottom, frame.bottom),
                }
        }
        if (rest === null || !reachable) continue
        if (rest.right > innerWidth + 1 || rest.left < -1) faults.add(`beyond the window: “${short(text)}” in ${nameOf(element)}`)
        seen.push(rest)
      }
      if (seen.length > 0) all.push({ element, text, boxes: seen, layer: element.closest(floating) ?? document.body })
    }

    // What lies over what: only what can be seen counts, and only within one layer.
    const visible = all.flatMap((words) =>
      words.boxes.flatMap((box) => {
        const top = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2)
        const shown = top !== null && (top === words.element || words.element.contains(top) || top.contains(words.element))
        return shown ? [{ words, box }] : []
      }),
    )
    visible.sort((a, b) => a.box.top - b.box.top)
    for (let index = 0; index < visible.length; index += 1) {
      const one = visible[index]
      if (one === undefined) continue
      for (let next = index + 1; next < visible.length; next += 1) {
        const other = visible[next]
        if (other === undefined || other.box.top >= one.box.bottom) break
        if (other.words === one.words || other.words.layer !== one.words.layer) continue
        const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left)
        const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top)
        // Lines of one paragraph overlap by their leading; words do not.
        if (across > 2 && down > 6)
          faults.add(`overlap: “${short(one.words.text)}” and “${short(other.words.text)}” in ${nameOf(one.words.element)}`)
      }
    }
    if (document.documentElement.scrollWidth > innerWidth + 1) faults.add('the whole page scrolls sideways')
    return [...faults]
  })
}
