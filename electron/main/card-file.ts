import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { basename } from 'node:path'

import type { BrowserWindow } from 'electron'
import { z } from 'zod'

import type { Answer, CallOutput, CallRequest } from '../contract/index.ts'
import { writeAtomically } from './atomic-write.ts'
import { CallFailure } from './call-failure.ts'
import { askForCardFile } from './dialogs.ts'
import { places } from './places.ts'
import { startHelper } from './processes.ts'
import type { HelperProcess } from './processes.ts'
import type { VaultSide } from './vault-side.ts'

export type CardFile = {
  save(request: CallRequest<'cards.save'>, window: BrowserWindow): Promise<CallOutput<'cards.save'>>
  killNow(): void
}

const setSchema = z.object({ pdf: z.instanceof(Uint8Array) })

function valueOf<T>(answer: Answer<unknown>, schema: z.ZodType<T>): T {
  if (!answer.ok) throw new CallFailure(answer.error.code, answer.error.params)
  const read = schema.safeParse(answer.value)
  if (!read.success) throw new CallFailure('internal', { where: 'cards.save' })
  return read.data
}

/**
 * Recovery cards as a file to print. Their words have come through main once already, on their way to the page that shows them,
 * and come back for as long as this call takes. A process of their own sets them and is ended at once: no report is ever set by
 * one that has read them. Main holds no copy of its own, and locking ends it like every other process.
 */
export function createCardFile(vaultSide: VaultSide): CardFile {
  let typesetter: HelperProcess | null = null

  async function setCards(request: CallRequest<'cards.save'>): Promise<Uint8Array> {
    const helper = startHelper({ module: places.reportProcess, name: 'Habeas reports' })
    typesetter = helper
    try {
      return valueOf(await helper.call('setCards', { language: request.language, ...request.set }), setSchema).pdf
    } finally {
      helper.killNow()
      typesetter = null
    }
  }

  return {
    async save(request, window) {
      if (typesetter !== null) throw new CallFailure('busy')
      const chosen = await askForCardFile(window, request.language)
      if (chosen === null) return null
      // The dialog asked about the name as it was typed; another file of the name with its ending is not overwritten.
      if (!chosen.confirmed && existsSync(chosen.path)) throw new CallFailure('exists')
      const pdf = await setCards(request)
      const sha256 = createHash('sha256').update(pdf).digest('hex')
      await writeAtomically(chosen.path, pdf, async () => {
        // Leaving the vault is kept in its audit chain before the file takes its name; a refusal leaves no file.
        valueOf(await vaultSide.callVault('cards.record', { setId: request.set.setId, sha256 }), z.unknown())
      })
      pdf.fill(0)
      return { name: basename(chosen.path) }
    },
    killNow: () => typesetter?.killNow(),
  }
}
