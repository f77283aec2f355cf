import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

import type { CardsDocument } from './cards-document.ts'
import { charactersOf, replaceMissing } from './glyphs.ts'
import type { ReportDocument } from './report-document.ts'
import { splitPages } from './split-pages.ts'

export type SetOptions = {
  /** Folder of the TTF fonts that ship with the app; no other font is named by the templates. */
  fonts: string
  /** Folder of the Typst templates. */
  templates: string
  template: 'case' | 'cards'
  /** PDF/UA-1 (tagged, accessible) unless PDF/A-2a is asked for; Typst takes one standard at a time. */
  standard?: 'ua-1' | 'a-2a'
  /** Whether pages as SVG are wanted, to look at. */
  pages?: boolean
  onProgress?: (share: number) => void
}

export type SetReport = { pdf: Uint8Array; pages: string[]; pageCount: number; missingGlyphs: { character: string; count: number }[] }

type Typesetter = { compiler: NodeCompiler; has: (code: number) => boolean }
const typesetters = new Map<string, Typesetter>()

/** Fonts are read once a process: 75 ms of every report else. */
function typesetterOf(fonts: string, templates: string): Typesetter {
  const key = `${fonts}\n${templates}`
  const known = typesetters.get(key)
  if (known) return known
  const blobs = readdirSync(fonts)
    .filter((name) => name.endsWith('.ttf'))
    .toSorted()
    .map((name) => readFileSync(join(fonts, name)))
  const characters = blobs.map(charactersOf)
  const typesetter = {
    compiler: NodeCompiler.create({ fontArgs: [{ fontBlobs: blobs }], workspace: templates }),
    has: (code: number) => characters.some((set) => set.has(code)),
  }
  typesetters.set(key, typesetter)
  return typesetter
}

/**
 * Sets a report as PDF. The document goes in as JSON through `sys.inputs`, never as template text, so that nothing a
 * person typed can be run. The same document gives the same bytes. Throws `Error` with Typst's words where it refuses.
 */
export function setReport(document: ReportDocument | CardsDocument, options: SetOptions): SetReport {
  const { compiler, has } = typesetterOf(options.fonts, options.templates)
  options.onProgress?.(0.1)
  const { value, missing } = replaceMissing(document, has)
  const compiled = compiler.compile({
    mainFileContent: readFileSync(join(options.templates, `${options.template}.typ`), 'utf8'),
    inputs: { document: JSON.stringify({ ...value, missingGlyphs: missing.length }) },
  })
  options.onProgress?.(0.6)
  const result = compiled.result
  if (!result) {
    const error = compiled.takeError()
    throw new Error(
      `Typst refused the report: ${error ? error.shortDiagnostics.map((entry: { message?: string }) => entry.message ?? '').join('; ') : 'no reason given'}`,
    )
  }
  const pdf = compiler.pdf(result, { pdfStandard: options.standard ?? 'ua-1' })
  options.onProgress?.(0.9)
  const pages = options.pages === true ? splitPages(compiler.plainSvg(result), result.numOfPages) : []
  const pageCount = result.numOfPages
  // Memoised layouts hold the text of the report; nothing of it is kept once it is set.
  compiler.evictCache(0)
  return { pdf: new Uint8Array(pdf), pages, pageCount, missingGlyphs: missing }
}
