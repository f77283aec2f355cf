import { basename } from 'node:path'

/** What a vault's folder is called by its end. */
export const vaultEnding = '.habeas'

/** What a backup's file is called by its end. */
export const backupEnding = '.habeas-backup'

/** The name that a person gave a vault's folder, without its ending. */
export const vaultName = (folder: string): string => basename(folder).replace(/\.habeas$/i, '')

/** A file's name out of anything: no separators, no control characters, no leading dot, never empty. */
export const fileNameFrom = (text: string, otherwise: string): string => {
  // Control characters and what Windows, macOS and Linux refuse in names.
  const cleaned = text
    .replaceAll(/[\p{Cc}\p{Cf}<>:"/\\|?*]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
  return cleaned === '' ? otherwise : cleaned.slice(0, 80)
}
