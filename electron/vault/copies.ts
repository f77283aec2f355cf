import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

import { vaultFiles } from './files.ts'

/** A file of the vault's folder beside its databases. `at`: when it was last written, UTC milliseconds. */
export type Copy = { name: string; at: number }

const filesIn = (folder: string): string[] => {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/**
 * Files in the vault's own folder that may hold what the vault held since a moment: backups, and databases that were put
 * aside. By the time of the file, which a copy makes later and never earlier. Oldest first.
 */
export function copiesInFolder(folder: string, since: number): Copy[] {
  const { backups } = vaultFiles(folder)
  const aside = filesIn(folder).filter((name) => /\.damaged-\d+\.db$/.test(name))
  const found = [...filesIn(backups).map((name) => join(backups, name)), ...aside.map((name) => join(folder, name))]
  return found
    .flatMap((path): Copy[] => {
      const file = statSync(path, { throwIfNoEntry: false })
      return file?.isFile() === true && file.mtimeMs >= since
        ? [{ name: path.slice(folder.length + 1).replaceAll('\\', '/'), at: Math.floor(file.mtimeMs) }]
        : []
    })
    .toSorted((a, b) => a.at - b.at)
}
