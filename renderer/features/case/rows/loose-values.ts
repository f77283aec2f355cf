/** Where a form keeps lines that were pasted into it and are not rows yet. */
export const pastedKey = 'pasted lines'

/** The typed values of a form that was left half filled, out of its draft; what can't be read is no value. */
export function readLooseValues(draft: string): Readonly<Record<string, string>> {
  try {
    const parsed: unknown = JSON.parse(draft)
    if (typeof parsed !== 'object' || parsed === null) return {}
    return Object.fromEntries(Object.entries(parsed).filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
  } catch {
    return {}
  }
}
