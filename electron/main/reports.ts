import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { basename } from 'node:path'

import type { BrowserWindow } from 'electron'
import { z } from 'zod'

import type { Answer, AppEvent, CallOutput, CallRequest, Settings } from '../contract/index.ts'
import { writeAtomically } from './atomic-write.ts'
import { CallFailure } from './call-failure.ts'
import { askForReportFile } from './dialogs.ts'
import { places } from './places.ts'
import { startHelper } from './processes.ts'
import type { HelperProcess } from './processes.ts'
import { isProgress } from './progress.ts'
import type { VaultSide } from './vault-side.ts'

type ReportRequest = CallRequest<'reports.preview'>

export type Reports = {
  preview(request: ReportRequest): Promise<CallOutput<'reports.preview'>>
  save(request: CallRequest<'reports.save'>, window: BrowserWindow, language: Settings['language']): Promise<CallOutput<'reports.save'>>
  /** Stops the report that is being set; whoever waits for it is answered `cancelled`. */
  cancel(): void
  killNow(): void
}

const setSchema = z.object({
  pdf: z.instanceof(Uint8Array),
  pages: z.array(z.string()),
  missingGlyphs: z.array(z.object({ character: z.string(), count: z.int() })),
})
const collectedSchema = z.object({ document: z.looseObject({ reference: z.string() }) })
const numberedSchema = z.object({ fingerprint: z.object({ changeNo: z.int() }) })

/** The value of an answer, or its refusal thrown on. */
function valueOf<T>(answer: Answer<unknown>, schema: z.ZodType<T>, where: string): T {
  if (!answer.ok) throw new CallFailure(answer.error.code, answer.error.params)
  const read = schema.safeParse(answer.value)
  if (!read.success) throw new CallFailure('internal', { where })
  return read.data
}

/** Reports: the vault process says what they contain, a process of their own sets them, main saves where a person chose. */
export function createReports(vaultSide: VaultSide, broadcast: (event: AppEvent) => void): Reports {
  let typesetter: HelperProcess | undefined
  let queue: Promise<unknown> = Promise.resolve()
  let cancelled = false

  const helper = (): HelperProcess => {
    if (typesetter?.isAlive() !== true)
      typesetter = startHelper({
        module: places.reportProcess,
        name: 'Habeas reports',
        onEvent: (event) => isProgress(event) && broadcast(event),
      })
    return typesetter
  }
  /** One at a time, in the order asked for: a person who changes the language meanwhile waits, and is not refused. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = queue.then(() => {
      cancelled = false
      return work()
    })
    queue = turn.catch(() => undefined)
    return turn
  }
  const collect = async (request: ReportRequest): Promise<z.infer<typeof collectedSchema>['document']> =>
    valueOf(await vaultSide.callVault('reports.collect', request), collectedSchema, 'reports.collect').document
  async function set(document: object, request: ReportRequest, pages: boolean): Promise<z.infer<typeof setSchema>> {
    const answer = await helper().call('set', { document, template: request.template, pages })
    if (cancelled) throw new CallFailure('cancelled')
    return valueOf(answer, setSchema, 'reports.set')
  }

  async function save(request: ReportRequest, window: BrowserWindow, language: Settings['language']): Promise<CallOutput<'reports.save'>> {
    const document = await collect(request)
    const chosen = await askForReportFile(window, language, document.reference)
    if (chosen === null) return null
    // The dialog asked about the name as it was typed; another file of the name with its ending is not overwritten.
    if (!chosen.confirmed && existsSync(chosen.path)) throw new CallFailure('exists')
    const { pdf, missingGlyphs } = await set(document, request, false)
    const sha256 = createHash('sha256').update(pdf).digest('hex')
    await writeAtomically(chosen.path, pdf, async () => {
      // Leaving the vault is kept in its audit chain before the file takes its name; a refusal leaves no file.
      const { caseId, template, audience } = request
      valueOf(await vaultSide.callVault('reports.record', { caseId, template, audience, sha256 }), z.unknown(), 'reports.record')
    })
    return { name: basename(chosen.path), bytes: pdf.byteLength, sha256, missingGlyphs }
  }

  return {
    preview: (request) =>
      inTurn(async () => {
        const document = await collect(request)
        const { changeNo } = valueOf(await vaultSide.callVault('vault.info', {}), numberedSchema, 'vault.info').fingerprint
        const { pages, missingGlyphs } = await set(document, request, true)
        return { pages, missingGlyphs, changeNo }
      }),
    save: (request, window, language) => inTurn(() => save(request, window, language)),
    cancel() {
      // Typst can't be asked to stop: its process ends, and the next report gets another.
      cancelled = true
      typesetter?.killNow()
    },
    killNow: () => typesetter?.killNow(),
  }
}
