import { goTo } from '../drawing/go-to.ts'
import { wholeText } from '../growing-text.ts'

/** What takes the focus for a statement: the sentence or the field itself, else what opens its editor. */
function focusable(mark: HTMLElement): HTMLElement {
  if (mark.tabIndex >= 0 || mark.matches('button, [tabindex]')) return mark
  return mark.closest('[data-field]')?.querySelector<HTMLElement>('[data-edit-trigger]') ?? mark
}

/** Goes to the next statement without a source after the focus, in the order of the text; after the last comes the first. */
export function goToUnsourced(step: 1 | -1 = 1): void {
  wholeText()
  const marks = [...document.querySelectorAll<HTMLElement>('[data-case-document] [data-unsourced]')]
  if (marks.length === 0) return
  const from = document.activeElement
  const side = step === 1 ? Node.DOCUMENT_POSITION_FOLLOWING : Node.DOCUMENT_POSITION_PRECEDING
  const inText = from instanceof HTMLElement && from.closest('[data-case-text]') !== null
  const beyond = inText ? marks.filter((mark) => mark !== from && (from.compareDocumentPosition(mark) & side) !== 0) : marks
  const next = (step === 1 ? beyond[0] : beyond.at(-1)) ?? (step === 1 ? marks[0] : marks.at(-1))
  if (next === undefined) return
  next.scrollIntoView({ block: 'center' })
  focusable(next).focus({ preventScroll: true })
}

/** Opens the form that adds a row of a kind, or goes to it where it is open. */
export function openAddRow(table: string): void {
  wholeText()
  const button = document.querySelector<HTMLElement>(`[data-case-document] [data-add-row="${table}"]`)
  if (button === null) return
  button.scrollIntoView({ block: 'center' })
  if (button instanceof HTMLButtonElement) button.click()
  else goTo(`[data-add-row="${table}"] input, [data-add-row="${table}"] select`)
}
