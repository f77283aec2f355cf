import { randomBytes } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/**
 * Writes a file whole or not at all: a new file beside it, made durable, then renamed over it. `beforeRename` runs when
 * the bytes are safe and may still refuse by throwing; then nothing of them stays. Throws the system's errors.
 */
export async function writeAtomically(
  path: string,
  content: string | Uint8Array,
  beforeRename: () => Promise<void> = async () => undefined,
): Promise<void> {
  const beside = join(dirname(path), `.${basename(path).slice(0, 100)}.${randomBytes(6).toString('hex')}.part`)
  try {
    const file = await open(beside, 'wx', 0o600)
    try {
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
    await beforeRename()
    await rename(beside, path)
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
}
