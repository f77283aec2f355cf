import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { calls, readShape } from '../contract/index.ts'
import type { Answer, CallName } from '../contract/index.ts'
import type { ReportDocument } from '../reports/report-document.ts'
import { setReport } from '../reports/set-report.ts'
import { describeIssue } from '../vault/issues.ts'
import { Failure } from './failure.ts'
import type { Session } from './session.ts'

const output = join(dirname(fileURLToPath(import.meta.url)), '..')

/**
 * The app's own calls where there is no app: what needs a window, a dialog or the settings of the program says so
 * (`needs_window`); a report can be set and looked at all the same.
 */
export async function answerAppCall(call: CallName, input: unknown, session: Session | undefined): Promise<Answer<unknown>> {
  const declared = calls[call]
  const read = readShape(declared.input, input)
  if (!read.success) return { ok: false, error: { code: 'invalid_input', params: describeIssue(read.error) } }
  if (!session && !declared.whileLocked) return { ok: false, error: { code: 'locked', params: {} } }
  if (call !== 'reports.preview' || !session) return { ok: false, error: { code: 'needs_window', params: {} } }
  try {
    return { ok: true, value: await preview(session, calls['reports.preview'].input.parse(input)) }
  } catch (error) {
    if (error instanceof Failure && error.code !== 'usage') return { ok: false, error: { code: error.code, params: error.params } }
    return { ok: false, error: { code: 'internal', params: { where: call } } }
  }
}

async function preview(
  session: Session,
  { caseId, ...rest }: ReturnType<(typeof calls)['reports.preview']['input']['parse']>,
): Promise<unknown> {
  const request = {
    caseId,
    template: rest.template,
    language: rest.language,
    audience: rest.audience,
    ...(rest.today === undefined ? {} : { today: rest.today }),
  }
  const { document } = await session.call('reports.collect', request)
  const { fingerprint } = await session.call('vault.info', {})
  const set = setReport(document as ReportDocument, {
    fonts: join(output, 'fonts'),
    templates: join(output, 'templates'),
    template: rest.template,
    pages: true,
  })
  return { pages: set.pages, missingGlyphs: set.missingGlyphs, changeNo: fingerprint.changeNo }
}
