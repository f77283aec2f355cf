import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { cardsDocument, type CardsToSet } from './cards-document.ts'
import type { ReportDocument } from './report-document.ts'
import { setReport } from './set-report.ts'

/**
 * The process that sets reports, so that neither the window nor the vault waits for it. It is given the report's
 * content and answers with the PDF and, to look at, its pages; it reads no file but its fonts and templates and
 * writes none. Cancelling is ending the process.
 */
type Request =
  | { id: number; call: 'set'; input: { document: ReportDocument; template: 'case'; pages: boolean; standard?: 'ua-1' | 'a-2a' } }
  /** Recovery cards: main ends the process once it has the answer, since it has read words that open a vault. */
  | { id: number; call: 'setCards'; input: CardsToSet }

const output = join(dirname(fileURLToPath(import.meta.url)), '..')

const folders = { fonts: join(output, 'fonts'), templates: join(output, 'templates') }

process.parentPort.on('message', ({ data }: { data: Request }) => {
  const { id } = data
  try {
    if (data.call === 'setCards') {
      const { pdf, pages, missingGlyphs } = setReport(cardsDocument(data.input), { ...folders, template: 'cards' })
      process.parentPort.postMessage({ id, answer: { ok: true, value: { pdf, pages, missingGlyphs } } })
      return
    }
    const { input } = data
    const value = setReport(input.document, {
      ...folders,
      template: input.template,
      pages: input.pages,
      ...(input.standard === undefined ? {} : { standard: input.standard }),
      onProgress: (share) => process.parentPort.postMessage({ event: { type: 'progress', work: 'report', share } }),
    })
    process.parentPort.postMessage({ id, answer: { ok: true, value } })
  } catch {
    // Typst's own words may quote the report; they go nowhere.
    process.parentPort.postMessage({ id, answer: { ok: false, error: { code: 'internal', params: { where: 'report' } } } })
  }
})
