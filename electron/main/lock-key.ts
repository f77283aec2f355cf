import { globalShortcut } from 'electron'

/**
 * The lock key. A function key types nothing on any keyboard layout and takes no part in any input method; it is one press
 * of one finger, found without looking, and no system has F9 for itself. The page and the menu answer it wherever one is
 * in the window.
 */
export const lockKey = 'F9'
/** The same with Ctrl (⌘ on a Mac) where it works everywhere: taken from every other program, it must not be a key that they live by. */
export const lockKeyElsewhere = 'CommandOrControl+F9'

export type LockKey = {
  /** Takes the key from the system, or gives it back. */
  everywhere(on: boolean): void
  /** Whether it is wanted and another program has it. */
  isTaken(): boolean
}

/** The lock key while another program is in front, or no window is shown (security rule 8). */
export function createLockKey(lock: () => void): LockKey {
  let taken = false
  return {
    everywhere(on) {
      if (!on) {
        if (globalShortcut.isRegistered(lockKeyElsewhere)) globalShortcut.unregister(lockKeyElsewhere)
        taken = false
      } else if (!globalShortcut.isRegistered(lockKeyElsewhere)) taken = !globalShortcut.register(lockKeyElsewhere, lock)
    },
    isTaken: () => taken,
  }
}
