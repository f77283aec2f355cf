import { app } from 'electron'
import type { BrowserWindow } from 'electron'

import type { CallOutput, CallRequest, CallsOf, Erasure } from '../contract/index.ts'
import type { Backups } from './backups.ts'
import { built } from './built.ts'
import type { CardFile } from './card-file.ts'
import { checkComputer } from './computer/check-computer.ts'
import type { Copying } from './copying.ts'
import { askForNewVault, askForVault } from './dialogs.ts'
import { createEraseHandlers } from './erase-calls.ts'
import { vaultName } from './place-names.ts'
import type { Reports } from './reports.ts'
import { pickLanguage } from './settings.ts'
import { exists, lookAtPlace } from './shared-folders.ts'
import { answerInTime } from './slow-places.ts'
import { saveRescueList } from './rescue-list.ts'
import type { SettingsStore } from './settings.ts'
import type { TokenStore } from './token-store.ts'
import { canHideFromCapture } from './window.ts'

type Handler<C extends CallsOf<'app'>> = (input: CallRequest<C>, window: BrowserWindow) => CallOutput<C> | Promise<CallOutput<C>>

/** One handler for each call that the app itself answers; a missing one does not compile. */
export type AppHandlers = { [C in CallsOf<'app'>]: Handler<C> }

export type AppCallParts = {
  settings: SettingsStore
  tokens: TokenStore
  reports: Reports
  cardFile: CardFile
  backups: Backups
  copying: Copying
  isUnlocked: () => boolean
  lock: () => void
  quit: () => void
  /** The open vault's folder, to be remembered where the person chooses so while it is open. */
  openFolder: () => string | null
  settingsChanged: () => void
  lockKeyTaken: () => boolean
  cancelTravel: () => void
  /** What a quick erase by the run before this one left. */
  erased: Erasure | null
  /** Whether the run before this one locked an open vault. */
  locked: boolean
  eraseAndLock: (work: () => Promise<Erasure>) => void
}

const engine = (): string => {
  const { versions } = process as { versions: Record<string, string | undefined> }
  return `Electron ${versions['electron'] ?? ''}, Chromium ${versions['chrome'] ?? ''}`
}

export function createAppHandlers(parts: AppCallParts): AppHandlers {
  const { settings, tokens, reports, backups, cardFile, copying } = parts
  const chosen = async (path: string | null, purpose: 'open' | 'create'): Promise<CallOutput<'app.chooseVault'>> =>
    path === null ? null : { place: tokens.issue(path, purpose), name: vaultName(path), shared: (await lookAtPlace(path)) ?? null }
  const lastVault = async (): Promise<string | null> => {
    const folder = settings.lastVault()
    return folder !== null && (await answerInTime(folder, () => exists(folder), false)) ? folder : null
  }

  return {
    ...createEraseHandlers(parts),
    'app.state': async () => {
      // First of all: what is so when the answer goes out must not be what was so before a slow drive answered.
      const last = await chosen(await lastVault(), 'open')
      return {
        unlocked: parts.isUnlocked(),
        version: built.version,
        builtOn: built.on,
        engine: engine(),
        settings: settings.get(),
        systemLanguage: pickLanguage(app.getPreferredSystemLanguages()),
        lastVault: last,
        lockKeyTaken: parts.lockKeyTaken(),
        erased: parts.isUnlocked() ? null : parts.erased,
        locked: parts.locked && !parts.isUnlocked(),
        canHideFromCapture: canHideFromCapture(),
      }
    },
    'app.changeSettings': async (part) => {
      await settings.change(part)
      const folder = parts.openFolder()
      if (folder !== null) await settings.rememberVault(folder)
      parts.settingsChanged()
      return settings.get()
    },
    'app.chooseVault': async (_input, window) => chosen(await askForVault(window, settings.get().language), 'open'),
    'app.chooseNewVault': async ({ suggestedName }, window) =>
      chosen(await askForNewVault(window, settings.get().language, suggestedName), 'create'),
    'app.lock': () => {
      parts.lock()
      return {}
    },
    'app.quit': () => {
      parts.quit()
      return {}
    },
    'app.copy': async ({ text }) => {
      await copying.copy(text)
      return {}
    },
    'app.copied': async () => {
      await copying.copied()
      return {}
    },
    'app.checkComputer': async ({ which }) => {
      const chosenPlace = which === null ? undefined : (tokens.pathOf(which, 'open') ?? tokens.pathOf(which, 'create'))
      const folder = chosenPlace ?? parts.openFolder()
      if (folder === null || folder !== parts.openFolder()) return checkComputer(folder ?? app.getPath('documents'))
      return checkComputer(folder, await backups.secondPlace())
    },
    'rescue.saveList': (list, window) => saveRescueList(list, window, settings.get().language),
    'travel.cancel': () => {
      parts.cancelTravel()
      return {}
    },
    'reports.preview': (request) => reports.preview(request),
    'reports.cancel': () => {
      reports.cancel()
      return {}
    },
    'backups.choosePlace': (_input, window) => backups.choosePlace(window, settings.get().language),
    'backups.saveAs': (_input, window) => backups.saveAs(window, settings.get().language),
    'work.cancel': () => {
      backups.cancel()
      return {}
    },
    'reports.save': (request, window) => reports.save(request, window, settings.get().language),
    'cards.save': (request, window) => cardFile.save(request, window),
  }
}
