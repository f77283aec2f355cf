export type QuestionName = 'who' | 'arrest' | 'held' | 'source'

const first = 'input:not([disabled]), textarea, button:not([disabled])'

/** Puts the focus into the first field of a question. */
export function focusQuestion(name: QuestionName): void {
  document.querySelector<HTMLElement>(`[data-question="${name}"]`)?.querySelector<HTMLElement>(first)?.focus()
}

export const focusName = (): void => focusQuestion('who')

/** Leads from the name to the people on file who may be the same; false where there is nobody. */
export function focusCandidates(): boolean {
  const target = document.querySelector<HTMLElement>('[data-candidates] [data-same]')
  target?.focus()
  return target !== null
}
