import { clipboard } from 'electron'

/** How long copied text stays on the clipboard (security rule 24). */
const keptFor = 30_000

export type Copying = { copy(text: string): Promise<void>; clearIfOurs(): Promise<void> }

/** The clipboard as the app uses it: what it put there it takes away again, and only that. */
export function createCopying(): Copying {
  let ours: string | null = null
  let timer: NodeJS.Timeout | undefined

  const clearIfOurs = async (): Promise<void> => {
    clearTimeout(timer)
    if (ours === null) return
    const held = await clipboard.readText()
    if (held === ours) clipboard.clear()
    ours = null
  }
  return {
    async copy(text) {
      await clipboard.writeText(text)
      ours = text
      clearTimeout(timer)
      timer = setTimeout(() => void clearIfOurs(), keptFor)
    },
    clearIfOurs,
  }
}
