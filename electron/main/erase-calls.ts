import { statSync } from 'node:fs'

import type { Erasure } from '../contract/index.ts'
import type { AppHandlers } from './app-calls.ts'
import { CallFailure } from './call-failure.ts'
import { vaultName } from './place-names.ts'
import { eraseFacts, eraseVault, isTheWord, isVaultFolder } from './quick-erase.ts'
import type { SettingsStore } from './settings.ts'
import type { TokenStore } from './token-store.ts'

type Parts = {
  settings: SettingsStore
  tokens: TokenStore
  isUnlocked: () => boolean
  openFolder: () => string | null
  /** Ends this run of the app around `work`, which finds no process that holds the vault. */
  eraseAndLock: (work: () => Promise<Erasure>) => void
}

/**
 * Quick erase, of the open vault or of one that was chosen at the lock screen (security rule 22). It asks for no passphrase:
 * whoever has the computer could delete the files as well, and a person under pressure must not have to remember one, or
 * to type it in front of others. The name of the folder must be typed, so that no slip of the hand does it.
 */
export function createEraseHandlers(parts: Parts): Pick<AppHandlers, 'app.eraseFacts' | 'app.quickErase'> {
  const { settings, tokens } = parts
  const folderOf = (which: string | null): string => {
    const folder = which === null ? parts.openFolder() : tokens.pathOf(which, 'open')
    if (folder === null) throw new CallFailure('locked')
    if (folder === undefined) throw new CallFailure('invalid_input', { path: 'which', reason: 'unknown_place' })
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true || !isVaultFolder(folder)) throw new CallFailure('no_vault')
    return folder
  }
  return {
    'app.eraseFacts': ({ which }) => {
      const folder = folderOf(which)
      return { name: vaultName(folder), ...eraseFacts(folder) }
    },
    'app.quickErase': async ({ which, word, files }) => {
      const folder = folderOf(which)
      if (!isTheWord(word, vaultName(folder))) throw new CallFailure('invalid_input', { path: 'word', reason: 'other_word' })
      const erase = async (): Promise<Erasure> => {
        const left = eraseVault(folder, files)
        // A settings file that can't be written must not stand in the way.
        await settings.forgetVault(folder).catch(() => undefined)
        return left
      }
      if (!parts.isUnlocked()) return { left: await erase() }
      parts.eraseAndLock(erase)
      // This run of the app ends before anybody could read an answer.
      return new Promise(() => undefined)
    },
  }
}
