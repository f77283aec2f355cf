import type { CallInput } from '../../../electron/contract/index.ts'
import { withAsciiDigits } from '../../../electron/domain/digits.ts'

/** The number and the words as a person copies them from a report, in any script's digits and with its separators; null while they are not whole. */
export function readHead(number: string, words: string): CallInput<'audit.checkHead'> | null {
  const digits = withAsciiDigits(number).replaceAll(/[\s.,'’٬\u00a0\u202f]/gu, '')
  const spoken = words
    .toLowerCase()
    .split(/[\s,·-]+/u)
    .filter((word) => word !== '')
  if (!/^\d{1,12}$/.test(digits) || spoken.length !== 4 || !spoken.every((word) => /^[a-z]{2,12}$/.test(word))) return null
  return { changeNo: Number(digits), words: spoken }
}
