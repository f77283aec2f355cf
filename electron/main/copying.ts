import { createHmac, randomBytes } from 'node:crypto'

/** How long copied text stays on the clipboard, in milliseconds (security rule 24). */
export const keptFor = 30_000

/** What is needed of Electron's clipboard. */
export type ClipboardLike = { readText(): Promise<string>; writeText(text: string): Promise<void>; clear(): void }

export type Copying = {
  /** Puts text on the clipboard. */
  copy(text: string): Promise<void>
  /** The page has just copied or cut something by itself: whatever is on the clipboard now is ours. */
  copied(): Promise<void>
  /** Clears the clipboard if it still holds what the app put there. */
  clearIfOurs(): Promise<void>
}

/**
 * The clipboard as the app uses it: what it put there it takes away again after 30 s and at lock, and only that. Of what
 * was copied a keyed hash is remembered, no text: this process is not to hold names (security rule 8).
 */
export function createCopying(clipboard: ClipboardLike, milliseconds = keptFor): Copying {
  const key = randomBytes(32)
  const hashOf = (text: string): string => createHmac('sha256', key).update(text).digest('base64')
  let ours: string | null = null
  let timer: NodeJS.Timeout | undefined

  const clearIfOurs = async (): Promise<void> => {
    clearTimeout(timer)
    if (ours === null) return
    const found = hashOf(await clipboard.readText())
    if (found === ours) clipboard.clear()
    ours = null
  }
  const remember = (text: string): void => {
    clearTimeout(timer)
    // An empty clipboard is nobody's.
    ours = text === '' ? null : hashOf(text)
    if (ours !== null) timer = setTimeout(() => void clearIfOurs().catch(() => undefined), milliseconds)
  }
  return {
    async copy(text) {
      await clipboard.writeText(text)
      remember(text)
    },
    copied: async () => remember(await clipboard.readText()),
    clearIfOurs,
  }
}
