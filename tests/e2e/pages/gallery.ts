import type { Page } from '@playwright/test'

/** What depends on the window's size is laid out anew in the frame after it changed. */
export async function resize(page: Page, size: { width: number; height: number }): Promise<void> {
  await page.setViewportSize(size)
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
}

/** What in the exhibits is cut off or sticks out of its box, by exhibit and by class; empty where all fits. */
export const clippedIn = (page: Page): Promise<string[]> =>
  page.locator('[data-exhibit]').evaluateAll((exhibits) =>
    exhibits.flatMap((exhibit) => {
      const frame = exhibit.getBoundingClientRect()
      return [...exhibit.querySelectorAll<HTMLElement>('*')].flatMap((element) => {
        if (element.closest('svg') !== null || element.closest('.visually-hidden, [aria-hidden="true"]') !== null) return []
        const box = element.getBoundingClientRect()
        const style = getComputedStyle(element)
        if (box.width <= 1 || box.height <= 1 || style.visibility === 'hidden' || element.closest('[hidden]') !== null) return []
        const name = `${exhibit.getAttribute('data-exhibit') ?? ''}: ${element.tagName.toLowerCase()}.${element.className} "${element.textContent.slice(0, 30)}"`
        // React Aria's hidden inputs stand in a box of one pixel.
        for (let above = element.parentElement; above !== null && above !== exhibit; above = above.parentElement)
          if (above.getBoundingClientRect().width <= 1) return []
        if (box.left < frame.left - 1 || box.right > frame.right + 1) return [`${name} sticks out`]
        const typed = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
        const cuts = style.overflowX === 'hidden' && style.textOverflow !== 'ellipsis'
        if (!typed && cuts && element.scrollWidth > element.clientWidth + 1) return [`${name} is cut`]
        if (style.textOverflow === 'ellipsis' && !typed && element.scrollWidth > element.clientWidth + 1) return [`${name} is shortened`]
        return []
      })
    }),
  )

/** What can be pressed and is smaller than 24 by 24 px, counting what reaches out around it; what stands in a line of text aside. */
export const smallTargetsIn = (page: Page, within = '[data-gallery]'): Promise<string[]> =>
  page.locator(`${within} :is(button, a, input, textarea, summary, [role="tab"], [role="option"], label)`).evaluateAll((targets) =>
    targets.flatMap((target) => {
      const box = target.getBoundingClientRect()
      const inText = getComputedStyle(target).display === 'inline'
      // What only shows while it has the focus, or only to a screen reader, stands in a box of a pixel or two.
      let unseen = target.closest('.visually-hidden, [data-skip]') !== null || getComputedStyle(target).visibility === 'hidden'
      for (let at: Element | null = target; at !== null && at !== document.body; at = at.parentElement)
        if (at.getBoundingClientRect().width <= 2) unseen = true
      const hidden = inText || unseen
      // What is pressed in a choice is its label; the input inside is not seen.
      if (hidden || (target instanceof HTMLInputElement && ['radio', 'checkbox'].includes(target.type))) return []
      if (target instanceof HTMLLabelElement && target.querySelector('input') === null) return []
      const reach = getComputedStyle(target, '::after')
      const more = reach.content !== 'none' && reach.position === 'absolute'
      const grown = (side: string) => (more ? Math.max(0, -Number.parseFloat(side)) : 0)
      const width = box.width + grown(reach.left) + grown(reach.right)
      const height = box.height + grown(reach.top) + grown(reach.bottom)
      return width < 23.5 || height < 23.5 ? [`${target.textContent.slice(0, 20)} ${target.className}: ${width}×${height}`] : []
    }),
  )

/** What the Tab key reaches and where no ring shows it, walking the whole page by that key. */
export async function withoutRing(page: Page, least = 50): Promise<string[]> {
  const bare: string[] = []
  if (least === 50) await page.locator('body').click({ position: { x: 2, y: 2 } })
  const seen = new Set<string>()
  for (let presses = 0; presses < 200; presses += 1) {
    await page.keyboard.press('Tab')
    const found = await page.evaluate(() => {
      const focused = document.activeElement
      if (focused === null || focused === document.body) return null
      const at = [...document.querySelectorAll('*')].indexOf(focused)
      // A ring stands around the control itself, or around the part of its label that is seen.
      const label = focused.closest('label')
      // A list that keeps the focus to itself rings the row at hand.
      const active = document.getElementById(focused.getAttribute('aria-activedescendant') ?? '')
      const around = [focused, ...(active === null ? [] : [active]), ...(label === null ? [] : [label, ...label.querySelectorAll('*')])]
      const ringed = around.some((element) => {
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
        const line = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && element.getBoundingClientRect().width > 4
        // Where an outline would be cut off, the ring is drawn inside; a border that is moved is drawn as a line itself.
        const inside = /0px 0px 0px 2px inset/.test(boxShadow)
        const drawn =
          element.getAttribute('role') === 'separator' && getComputedStyle(element, '::after').backgroundColor !== 'rgba(0, 0, 0, 0)'
        return line || inside || drawn
      })
      return { at: String(at), ringed, name: `${focused.tagName.toLowerCase()}.${focused.className} ${focused.textContent.slice(0, 20)}` }
    })
    if (found === null) continue
    if (seen.has(found.at)) break
    seen.add(found.at)
    if (!found.ringed) bare.push(found.name)
  }
  if (seen.size < least) bare.push(`the Tab key reached only ${String(seen.size)} places`)
  return bare
}
