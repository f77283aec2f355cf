import { existsSync } from 'node:fs'

import type { BrowserWindow } from 'electron'
import { z } from 'zod'

import { calls } from '../contract/index.ts'
import type { Answer, CallOutput, Settings } from '../contract/index.ts'
import { CallFailure } from './call-failure.ts'
import type { SecondFolder } from './computer/folders.ts'
import { askForBackupFile, askForBackupFolder } from './dialogs.ts'
import type { LongWork } from './long-work.ts'

type Language = Settings['language']

/** The app's part of backups: what needs a dialog, and stopping. */
export type Backups = {
  choosePlace(window: BrowserWindow, language: Language): Promise<CallOutput<'backups.choosePlace'>>
  saveAs(window: BrowserWindow, language: Language): Promise<CallOutput<'backups.saveAs'>>
  /** Where copies of the open vault's backups go, and whether that is there; null where none was chosen. The page never learns it. */
  secondPlace(): Promise<SecondFolder | null>
  /** Stops the backup or the check that is under way. */
  cancel(): void
}

type BackupParts = { askVault: (call: string, input: unknown) => Promise<Answer<unknown>>; longWork: LongWork }

const secondSchema = z.object({ folder: z.string(), present: z.boolean() }).nullable()

function valueOf<T>(answer: Answer<unknown>, schema: z.ZodType<T>, where: string): T {
  if (!answer.ok) throw new CallFailure(answer.error.code, answer.error.params)
  const read = schema.safeParse(answer.value)
  if (!read.success) throw new CallFailure('internal', { where })
  return read.data
}

export function createBackups({ askVault, longWork }: BackupParts): Backups {
  return {
    async choosePlace(window, language) {
      const folder = await askForBackupFolder(window, language)
      if (folder === null) return null
      return valueOf(await askVault('internal.backupPlace', { folder }), calls['backups.choosePlace'].output, 'backups.choosePlace')
    },
    async saveAs(window, language) {
      const chosen = await askForBackupFile(window, language)
      if (chosen === null) return null
      // A backup never takes the place of another file, whatever the dialog asked: that one may be the last good copy.
      if (existsSync(chosen)) throw new CallFailure('exists', { what: 'file' })
      return valueOf(await longWork.run('save', { file: chosen }), calls['backups.saveAs'].output, 'backups.saveAs')
    },
    async secondPlace() {
      const answer = await askVault('internal.secondPlace', {})
      const read = answer.ok ? secondSchema.safeParse(answer.value) : undefined
      return read?.success === true ? read.data : null
    },
    cancel: () => longWork.cancel(),
  }
}
