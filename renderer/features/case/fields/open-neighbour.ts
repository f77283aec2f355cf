/** The attribute of what opens a field's editor; Tab walks from one to the next. */
export const editTrigger = 'data-edit-trigger'

/** Goes on to the next or the previous field of the document and opens its editor. False where there is none. */
export function openNeighbour(from: HTMLElement, direction: 'next' | 'previous'): boolean {
  const scope = from.closest('[data-case-document]')
  if (scope === null) return false
  const side = direction === 'next' ? Node.DOCUMENT_POSITION_FOLLOWING : Node.DOCUMENT_POSITION_PRECEDING
  const beside = [...scope.querySelectorAll<HTMLElement>(`[${editTrigger}]`)].filter(
    (trigger) => (from.compareDocumentPosition(trigger) & side) !== 0 && !from.contains(trigger),
  )
  const next = direction === 'next' ? beside[0] : beside.at(-1)
  if (next === undefined) return false
  next.focus()
  if (next.getAttribute(editTrigger) === 'editor') next.click()
  return true
}
