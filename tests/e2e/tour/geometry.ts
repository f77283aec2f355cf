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
    // A panel that lies over the text with a ground of its own hides what is under it: nothing overlaps there.
    const layerOf = (element: Element): Element => {
      for (let holder: Element | null = element; holder !== null; holder = holder.parentElement) {
        const { position, zIndex, backgroundColor } = style(holder)
        const opaque = backgroundColor.startsWith('rgb(')
        if (holder.matches(floating) || (position === 'absolute' && zIndex !== 'auto' && opaque)) return holder
      }
      return document.body
    }
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
          const mayCut = element.closest('[data-cuts]') !== null
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
      if (seen.length > 0) all.push({ element, text, boxes: seen, layer: layerOf(element) })
    }

    // What is used stays inside its part of the window, even where nothing cuts it off and it lies over nothing.
    const parts = 'aside, main, nav, form, [role="dialog"], [role="alertdialog"], [role="toolbar"], [role="option"]'
    for (const one of document.querySelectorAll('button, input, textarea, select, h1, h2, h3, label, p')) {
      let part = one.parentElement?.closest(parts)
      while (part instanceof Element && style(part).display === 'contents') part = part.parentElement?.closest(parts)
      if (part === undefined || part === null || isHidden(one)) continue
      const box = one.getBoundingClientRect()
      const frame = part.getBoundingClientRect()
      if (box.width <= 2 || box.height <= 2) continue
      let scrolled = false
      for (let holder = one.parentElement; holder !== null && holder !== part; holder = holder.parentElement)
        if (scrolls(style(holder).overflowX) || clips(style(holder).overflowX)) scrolled = true
      // Grounds that show under the mouse reach a little beyond what they are flush with.
      if (!scrolled && (box.left < frame.left - 8 || box.right > frame.right + 8))
        faults.add(`sticks out of ${nameOf(part)}: ${nameOf(one)} “${short(one.textContent.trim())}”`)
    }

    // Words that stand in an empty field are no nodes of the document: their place is worked out.
    const pen = document.createElement('canvas').getContext('2d')
    for (const field of document.querySelectorAll<HTMLInputElement>('input[placeholder]:placeholder-shown')) {
      const own = style(field)
      const frame = field.getBoundingClientRect()
      if (pen === null || isHidden(field) || frame.width <= 1) continue
      pen.font = own.font
      const width = pen.measureText(field.placeholder).width
      const left = frame.left + Number.parseFloat(own.borderLeftWidth) + Number.parseFloat(own.paddingLeft)
      const right = frame.right - Number.parseFloat(own.borderRightWidth) - Number.parseFloat(own.paddingRight)
      if (width > right - left + 1) faults.add(`cut off in its field: “${short(field.placeholder)}” in ${nameOf(field)}`)
      const begin = own.direction === 'rtl' ? Math.max(left, right - width) : left
      all.push({
        element: field,
        text: field.placeholder,
        boxes: [{ left: begin, right: Math.min(right, begin + width), top: frame.top + 4, bottom: frame.bottom - 4 }],
        layer: layerOf(field),
      })
    }

    // What lies over what: only what can be seen counts, and only within one layer.
    const visible = all.flatMap((words) =>
      words.boxes.flatMap((box) => {
        // What is above may have no ground of its own: then both are seen, one through the other.
        const stack = document.elementsFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2)
        const at = stack.findIndex((one) => one === words.element || words.element.contains(one) || one.contains(words.element))
        const shown = at !== -1 && stack.slice(0, at).every((one) => !style(one).backgroundColor.startsWith('rgb('))
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
    const whole = [document.documentElement, document.body]
    if (whole.some((one) => one.scrollWidth > innerWidth + 1)) faults.add('the whole page scrolls sideways')
    // The frame stands still: only its panes scroll.
    if (whole.some((one) => one.scrollTop !== 0 || one.scrollLeft !== 0)) faults.add('the whole page is scrolled away')
    return [...faults]
  })
}
