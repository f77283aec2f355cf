import { wholeText } from '../growing-text.ts'

/** Goes to a part of the text and gives it the focus: what opens its first editor, or the part itself. */
export function goTo(selector: string | null): void {
  if (selector === null) return
  wholeText()
  const place = document.querySelector<HTMLElement>(selector)
  if (place === null) return
  place.scrollIntoView({ block: 'center' })
  const trigger = place.matches('[data-edit-trigger]') ? place : place.querySelector<HTMLElement>('[data-edit-trigger], button')
  ;(trigger ?? place).focus({ preventScroll: true })
}
