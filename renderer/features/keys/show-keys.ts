let wanted = false

/** Whoever opens the settings next is led to the keys. */
export function showKeysNext(): void {
  wanted = true
}

/** Whether somebody wanted to be led to the keys; asks once. */
export function takeWanted(): boolean {
  const was = wanted
  wanted = false
  return was
}
