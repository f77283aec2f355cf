/** Placeholder until the D-Bus client stands. */
export function watchScreenLock(_onLocked: () => void): void {
  return
}
