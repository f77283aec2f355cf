/** Writes decimal digits of any script (Arabic-Indic, Persian, Devanagari…) as ASCII digits. */
export function withAsciiDigits(text: string): string {
  return text.replaceAll(/\p{Nd}/gu, asciiDigit)
}

/** Every script's ten digits lie side by side in Unicode, so the distance to the first of them is the value. */
function asciiDigit(digit: string): string {
  if (digit >= '0' && digit <= '9') return digit
  const code = digit.codePointAt(0) ?? 0
  let zero = code
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1
  return String(code - zero)
}
