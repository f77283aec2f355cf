import type { Page } from 'playwright-core'

/** What may stand in Latin letters: words, whole phrases, and parts of the page by their selectors. */
export type Known = { words: ReadonlySet<string>; phrases: readonly string[]; apart: readonly string[] }

/**
 * Words on the screen, or in the names and descriptions that a screen reader says, that stand in plain Latin letters
 * although the page speaks a made-up language: they were never handed to a translator. `words` are those that come from
 * elsewhere (dates, names of keys), `phrases` whole ones (terms of the vault, chapters of the guide), and what stands
 * within `apart` is written in each language by itself; the data of the vault this is asked about is in Greek letters.
 */
export async function untranslatedWords(page: Page, { words, phrases, apart }: Known): Promise<string[]> {
  const found = await page.evaluate(
    (excluded) => {
      const texts: { text: string; where: string }[] = []
      const where = (element: Element): string =>
        `${element.tagName.toLowerCase()}.${String(element.getAttribute('class') ?? '').split(' ')[0] ?? ''}`
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const element = node.parentElement
        if (element === null || !element.checkVisibility() || element.closest(excluded) !== null) continue
        texts.push({ text: node.textContent ?? '', where: where(element) })
      }
      for (const element of document.querySelectorAll('[aria-label], [placeholder], [title], [alt], [aria-description], [aria-valuetext]'))
        for (const name of ['aria-label', 'placeholder', 'title', 'alt', 'aria-description', 'aria-valuetext']) {
          const text = element.getAttribute(name)
          if (text !== null && element.checkVisibility() && element.closest(excluded) === null)
            texts.push({ text, where: `${where(element)} ${name}` })
        }
      return texts
    },
    ['script, style, code, kbd, [translate="no"]', ...apart].join(', '),
  )
  const longestFirst = phrases.toSorted((a, b) => b.length - a.length)
  const faults = new Set<string>()
  for (const { text, where } of found) {
    // References of case files (HAB-2026-0001) are the vault's.
    const rest = longestFirst.reduce((left, phrase) => left.replaceAll(phrase, ' '), text).replaceAll(/[A-Z]+-\d{4}-\d+/g, ' ')
    for (const [word] of rest.matchAll(/(?<![\p{L}\p{N}-])[A-Za-z]{2,}(?![\p{L}\p{N}])/gu))
      if (!words.has(word.toLowerCase())) faults.add(`“${word}” in “${text.trim().slice(0, 60)}” (${where})`)
  }
  return [...faults]
}
