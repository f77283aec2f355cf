/** How long a case file may take to be there. */
const patience = 5_000

/**
 * Puts the focus on a field of the case file that is being opened, as soon as it is there. Gives up where it doesn't come:
 * a field that was emptied may not be shown.
 */
export function focusFieldWhenThere(selector: string): void {
  const focus = (): boolean => {
    const field = document.querySelector<HTMLElement>(`[data-case-document] ${selector}`)
    if (field === null) return false
    field.scrollIntoView({ block: 'center' })
    const target = field.matches('button, input, textarea, select, [contenteditable]')
      ? field
      : field.querySelector<HTMLElement>('[contenteditable], input, textarea, select, [data-edit-trigger], button')
    target?.focus({ preventScroll: true })
    return true
  }
  if (focus()) return
  const observer = new MutationObserver(() => {
    if (focus()) stop()
  })
  const timer = setTimeout(() => stop(), patience)
  const stop = () => {
    observer.disconnect()
    clearTimeout(timer)
  }
  observer.observe(document.body, { childList: true, subtree: true })
}
