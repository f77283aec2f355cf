import type { Page } from 'playwright-core'

/**
 * Words on the screen, or in the names and descriptions that a screen reader says, that stand in plain Latin letters
 * although the page speaks a made-up language: they were never handed to a translator. `known` are words that come from
 * elsewhere (terms of the vault, dates, names of keys); the data of the vault this is asked about is in Greek letters.
 */
export async function untranslatedWords(page: Page, known: ReadonlySet<string>): Promise<string[]> {
  const found = await page.evaluate(() => {
    const texts: { text: string; where: string }[] = []
    const where = (element: Element): string =>
      `${element.tagName.toLowerCase()}.${String(element.getAttribute('class') ?? '').split(' ')[0] ?? ''}`
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement
      if (element === null || !element.checkVisibility() || element.closest('script, style, code, kbd') !== null) continue
      texts.push({ text: node.textContent ?? '', where: where(element) })
    }
    for (const element of document.querySelectorAll('[aria-label], [placeholder], [title], [alt], [aria-description], [aria-valuetext]'))
      for (const name of ['aria-label', 'placeholder', 'title', 'alt', 'aria-description', 'aria-valuetext']) {
        const text = element.getAttribute(name)
        if (text !== null && element.checkVisibility()) texts.push({ text, where: `${where(element)} ${name}` })
      }
    return texts
  })
  const faults = new Set<string>()
  for (const { text, where } of found)
    for (const [word] of text.matchAll(/(?<![\p{L}\p{N}-])[A-Za-z]{2,}(?![\p{L}\p{N}])/gu))
      if (!known.has(word.toLowerCase())) faults.add(`“${word}” in “${text.trim().slice(0, 60)}” (${where})`)
  return [...faults]
}
