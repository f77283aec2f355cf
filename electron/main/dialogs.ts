import { join } from 'node:path'

import { app, dialog } from 'electron'
import type { BrowserWindow, OpenDialogOptions, SaveDialogOptions } from 'electron'

import type { Settings } from '../contract/index.ts'
import { backupEnding, fileNameFrom, vaultEnding } from './place-names.ts'
import { dialogWords } from './words.ts'

/** Asks for an existing vault's folder; null when the dialog was closed. Nothing is added to recent documents. */
export async function askForVault(window: BrowserWindow, language: Settings['language']): Promise<string | null> {
  const options: OpenDialogOptions = { title: dialogWords[language].openVault, properties: ['openDirectory', 'dontAddToRecent'] }
  const { canceled, filePaths } = await dialog.showOpenDialog(window, options)
  return canceled ? null : (filePaths[0] ?? null)
}

/** Asks where a new vault's folder is to stand; null when the dialog was closed. */
export async function askForNewVault(window: BrowserWindow, language: Settings['language'], suggestedName: string): Promise<string | null> {
  const name = fileNameFrom(suggestedName, dialogWords[language].newVaultName)
  const options: SaveDialogOptions = {
    title: dialogWords[language].createVault,
    defaultPath: join(app.getPath('documents'), name + vaultEnding),
    properties: ['dontAddToRecent', 'showOverwriteConfirmation'],
  }
  const { canceled, filePath } = await dialog.showSaveDialog(window, options)
  if (canceled || filePath === '') return null
  return filePath.toLowerCase().endsWith(vaultEnding) ? filePath : filePath + vaultEnding
}

/** Where a PDF is to be saved. `confirmed` is false where the ending had to be added: the dialog asked about another name. */
type ChosenFile = { path: string; confirmed: boolean }

/** Asks where a report is to be saved; null when the dialog was closed. */
export async function askForReportFile(
  window: BrowserWindow,
  language: Settings['language'],
  suggestedName: string,
): Promise<ChosenFile | null> {
  const { saveReport, reportName } = dialogWords[language]
  return askForPdf(window, saveReport, fileNameFrom(suggestedName, reportName))
}

/** Asks where recovery cards are to be saved for printing; null when the dialog was closed. Their name tells nothing of the vault. */
export async function askForCardFile(window: BrowserWindow, language: Settings['language']): Promise<ChosenFile | null> {
  const { saveCards, cardsName } = dialogWords[language]
  return askForPdf(window, saveCards, cardsName)
}

async function askForPdf(window: BrowserWindow, title: string, name: string): Promise<ChosenFile | null> {
  const options: SaveDialogOptions = {
    title,
    defaultPath: join(app.getPath('documents'), `${name}.pdf`),
    filters: [{ name: 'PDF', extensions: ['pdf'] }],
    properties: ['dontAddToRecent', 'showOverwriteConfirmation'],
  }
  const { canceled, filePath } = await dialog.showSaveDialog(window, options)
  if (canceled || filePath === '') return null
  return filePath.toLowerCase().endsWith('.pdf') ? { path: filePath, confirmed: true } : { path: `${filePath}.pdf`, confirmed: false }
}

/** Asks for the folder to which copies of backups go, on another drive; null when the dialog was closed. */
export async function askForBackupFolder(window: BrowserWindow, language: Settings['language']): Promise<string | null> {
  const options: OpenDialogOptions = {
    title: dialogWords[language].backupFolder,
    properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'],
  }
  const { canceled, filePaths } = await dialog.showOpenDialog(window, options)
  return canceled ? null : (filePaths[0] ?? null)
}

/** Asks where a backup is to be saved; null when the dialog was closed. Its name tells the day and nothing of the vault. */
export async function askForBackupFile(window: BrowserWindow, language: Settings['language']): Promise<string | null> {
  const day = new Date().toLocaleDateString('sv-SE')
  const options: SaveDialogOptions = {
    title: dialogWords[language].saveBackup,
    defaultPath: join(app.getPath('documents'), `${dialogWords[language].backupName} ${day}${backupEnding}`),
    properties: ['dontAddToRecent'],
  }
  const { canceled, filePath } = await dialog.showSaveDialog(window, options)
  if (canceled || filePath === '') return null
  return filePath.toLowerCase().endsWith(backupEnding) ? filePath : filePath + backupEnding
}

/** Asks where the list of what could not be read is to be saved; null when the dialog was closed. */
export async function askForListFile(window: BrowserWindow, language: Settings['language']): Promise<string | null> {
  const options: SaveDialogOptions = {
    title: dialogWords[language].saveList,
    defaultPath: join(app.getPath('documents'), `${dialogWords[language].listName}.txt`),
    filters: [{ name: 'TXT', extensions: ['txt'] }],
    properties: ['dontAddToRecent', 'showOverwriteConfirmation'],
  }
  const { canceled, filePath } = await dialog.showSaveDialog(window, options)
  return canceled || filePath === '' ? null : filePath
}
