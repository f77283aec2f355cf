import { basename, join } from 'node:path'

import { app, dialog } from 'electron'
import type { BrowserWindow, OpenDialogOptions, SaveDialogOptions } from 'electron'

import type { Settings } from '../contract/index.ts'
import { dialogWords } from './words.ts'

const ending = '.habeas'

/** The name that a person gave a vault's folder, without its ending. */
export const vaultName = (folder: string): string => basename(folder).replace(/\.habeas$/i, '')

/** A file's name out of anything: no separators, no control characters, no leading dot, never empty. */
export const fileNameFrom = (text: string, otherwise: string): string => {
  // Control characters and what Windows, macOS and Linux refuse in names.
  const cleaned = text.replaceAll(/[\p{Cc}\p{Cf}<>:"/\\|?*]/gu, ' ').replaceAll(/\s+/g, ' ').replace(/^[. ]+|[. ]+$/g, '')
  return cleaned === '' ? otherwise : cleaned.slice(0, 80)
}

/** Asks for an existing vault's folder; null when the dialog was closed. Nothing is added to recent documents. */
export async function askForVault(window: BrowserWindow, language: Settings['language']): Promise<string | null> {
  const options: OpenDialogOptions = { title: dialogWords[language].openVault, properties: ['openDirectory', 'dontAddToRecent'] }
  const { canceled, filePaths } = await dialog.showOpenDialog(window, options)
  return canceled ? null : (filePaths[0] ?? null)
}

/** Asks where a new vault's folder is to stand; null when the dialog was closed. */
export async function askForNewVault(window: BrowserWindow, language: Settings['language'], suggestedName: string): Promise<string | null> {
  const name = fileNameFrom(suggestedName, dialogWords[language].newVaultName)
  const options: SaveDialogOptions = { title: dialogWords[language].createVault, defaultPath: join(app.getPath('documents'), name + ending), properties: ['dontAddToRecent', 'showOverwriteConfirmation'] }
  const { canceled, filePath } = await dialog.showSaveDialog(window, options)
  if (canceled || filePath === '') return null
  return filePath.toLowerCase().endsWith(ending) ? filePath : filePath + ending
}

/** Asks where a report is to be saved. `confirmed` is false where the ending had to be added: the dialog asked about another name. */
export async function askForReportFile(window: BrowserWindow, language: Settings['language'], suggestedName: string): Promise<{ path: string; confirmed: boolean } | null> {
  const name = fileNameFrom(suggestedName, dialogWords[language].reportName)
  const options: SaveDialogOptions = {
    title: dialogWords[language].saveReport,
    defaultPath: join(app.getPath('documents'), `${name}.pdf`),
    filters: [{ name: 'PDF', extensions: ['pdf'] }],
    properties: ['dontAddToRecent', 'showOverwriteConfirmation'],
  }
  const { canceled, filePath } = await dialog.showSaveDialog(window, options)
  if (canceled || filePath === '') return null
  return filePath.toLowerCase().endsWith('.pdf') ? { path: filePath, confirmed: true } : { path: `${filePath}.pdf`, confirmed: false }
}
