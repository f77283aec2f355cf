/** How far a passphrase has come on the way to an acceptable one, in fifths of the meter. */
export function metersFilled(strength: { acceptable: boolean; score: number; guessesLog10: number }, leastLog10 = 12): number {
  if (strength.acceptable) return strength.guessesLog10 >= leastLog10 + 6 ? 5 : 4
  // Below the line the meter never looks as if it were there.
  return Math.max(1, Math.min(3, Math.floor((strength.guessesLog10 / leastLog10) * 4)))
}
