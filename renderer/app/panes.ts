/** Where the focus was last in each pane, so that F6 comes back to it. */
const lastFocus = new WeakMap<Element, HTMLElement>()

const focusable =
  'a[href], button:not([disabled]), input:not([disabled]), textarea:not([disabled]), [tabindex="0"], [contenteditable="true"]'

export function rememberFocus(event: FocusEvent): void {
  if (!(event.target instanceof HTMLElement)) return
  const pane = event.target.closest('[data-pane]')
  if (pane !== null) lastFocus.set(pane, event.target)
}

/** Moves the focus to the next pane, or the one before, where it was there last. */
export function focusPane(step: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter(
    (pane) => pane.offsetParent !== null || pane.getClientRects().length > 0,
  )
  if (panes.length === 0) return
  const at = panes.findIndex((pane) => pane.contains(document.activeElement))
  const next = panes[(at + step + panes.length) % panes.length]
  if (next === undefined) return
  const last = lastFocus.get(next)
  const target = last?.isConnected === true && next.contains(last) ? last : (next.querySelector<HTMLElement>(focusable) ?? next)
  target.focus()
}

/** Puts the focus into the search field, wherever one is. */
export function focusSearch(): void {
  const field = document.querySelector<HTMLInputElement>('[data-search] input')
  field?.focus()
  field?.select()
}
