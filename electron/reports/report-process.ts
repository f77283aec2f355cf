import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

import type { ReportDocument } from './report-document.ts'
import { setReport } from './set-report.ts'

/**
 * The process that sets reports, so that neither the window nor the vault waits for it. It is given the report's
 * content and answers with the PDF and, to look at, its pages; it reads no file but its fonts and templates and
 * writes none. Cancelling is ending the process.
 */
type Request = {
  id: number
  call: 'set'
  input: { document: ReportDocument; template: 'case'; pages: boolean; standard?: 'ua-1' | 'a-2a' }
}

const output = join(dirname(fileURLToPath(import.meta.url)), '..')

process.parentPort.on('message', ({ data }: { data: Request }) => {
  const { id, input } = data
  try {
    const value = setReport(input.document, {
      fonts: join(output, 'fonts'),
      templates: join(output, 'templates'),
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
