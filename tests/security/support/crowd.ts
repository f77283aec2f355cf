const latin = ['za', 'que', 'lim', 'bor', 'tes', 'ñi', 'vu', 'xar', 'cho', 'gwe', 'dul', 'fré', 'mok', 'pi', 'yst']
const cyrillic = ['жо', 'щур', 'вя', 'цел', 'фим', 'гру', 'хол', 'бы', 'нэ', 'тюм', 'зай', 'пля', 'чу', 'юр', 'дим']
const arabic = ['با', 'قو', 'شير', 'ضل', 'زم', 'خا', 'غي', 'ثو', 'طر', 'جن', 'حي', 'فا', 'كل', 'ها', 'ود']

/**
 * Invented texts that stand nowhere else, in three alphabets by turns, each one of its own from its first syllables on, so
 * that a piece of one is not taken for another.
 */
export function crowd(count: number, seed: number): string[] {
  let state = seed
  const next = (below: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return Math.floor((state / 0x80000000) * below)
  }
  const word = (syllables: readonly string[]): string =>
    Array.from({ length: 3 + next(2) }, () => syllables[next(syllables.length)] ?? '').join('')
  const made = new Set<string>()
  while (made.size < count) {
    const syllables = [latin, cyrillic, arabic][made.size % 3] ?? latin
    made.add([word(syllables), word(syllables), word(syllables)].join(' '))
  }
  return [...made]
}
