import { createHash, randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, linkSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

import { languages } from '../contract/index.ts'
import type { CallInput } from '../contract/index.ts'
import type { ReportDocument } from '../reports/report-document.ts'
import { setReport } from '../reports/set-report.ts'
import type { CommandContext } from './context.ts'
import { textOption } from './arguments.ts'
import type { ExitCode } from './exit-codes.ts'
import { Failure } from './failure.ts'

/** Where the build puts what reports are set with: beside this file's folder. */
const output = join(dirname(fileURLToPath(import.meta.url)), '..')
const audiences = ['internal', 'family', 'counsel', 'un', 'partner', 'press'] as const

const oneOf = <T extends string>(value: string | undefined, known: readonly T[], fallback: T, name: string): T => {
  if (value === undefined) return fallback
  const found = known.find((candidate) => candidate === value)
  if (found === undefined) throw new Failure('usage', { reason: `--${name} ${known.join('|')}` })
  return found
}

export function report({ positionals, values, output: out, words, language, withVault }: CommandContext): Promise<ExitCode> {
  const file = textOption(values['out'])
  if (file === undefined) throw new Failure('usage', { reason: '--out FILE.pdf' })
  if (textOption(values['template']) === undefined) throw new Failure('usage', { reason: '--template case' })
  const template = oneOf(textOption(values['template']), ['case'], 'case', 'template')
  const force = values['force'] === true
  if (existsSync(file) && !force) throw new Failure('exists', { what: 'file' })
  const date = textOption(values['date'])
  const request: CallInput<'reports.collect'> = {
    reference: positionals[1] ?? '',
    template,
    language: oneOf(textOption(values['lang']), languages, language, 'lang'),
    audience: oneOf(textOption(values['audience']), audiences, 'internal', 'audience'),
    ...(date === undefined ? {} : { today: date }),
  }
  return withVault(async (session) => {
    const { document } = await session.call('reports.collect', request)
    const found = await session.call('cases.get', { reference: request.reference ?? '' })
    const set = setReport(document as ReportDocument, { fonts: join(output, 'fonts'), templates: join(output, 'templates'), template })
    writeWhole(file, set.pdf, force)
    const sha256 = createHash('sha256').update(set.pdf).digest('hex')
    await session.call('reports.record', { caseId: found.caseFile.id, template, audience: request.audience ?? 'internal', sha256 })
    const answer = { file, bytes: set.pdf.length, pages: set.pageCount, sha256, missingGlyphs: set.missingGlyphs }
    out.answer(answer, () => [
      words.reportWritten(file, set.pdf.length),
      ...(set.missingGlyphs.length === 0 ? [] : [words.missingGlyphs(set.missingGlyphs.length)]),
    ])
    return 0
  })
}

/** Writes the file whole or not at all; without `force` a file that came into being meanwhile is left alone. */
function writeWhole(file: string, bytes: Uint8Array, force: boolean): void {
  const beside = join(dirname(resolve(file)), `.habeas-${randomBytes(6).toString('hex')}.part`)
  try {
    const handle = openSync(beside, 'wx', 0o600)
    try {
      let written = 0
      while (written < bytes.length) written += writeSync(handle, bytes, written)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    if (force) renameSync(beside, file)
    else linkSync(beside, file)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code === 'EEXIST') throw new Failure('exists', { what: 'file' })
    if (code === 'ENOSPC') throw new Failure('disk_full')
    if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') throw new Failure('read_only')
    if (code === 'ENOENT') throw new Failure('not_found', { what: 'folder' })
    throw error
  } finally {
    rmSync(beside, { force: true })
  }
}
