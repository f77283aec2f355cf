import type { Language, RecordOutput } from '../../../../electron/contract/index.ts'
import { readTypedDate } from '../../../../electron/domain/typed-date.ts'
import { readLooseValues } from '../rows/loose-values.ts'
import type { FieldValue } from '../saving/field-values.ts'

/** What is typed in the citation panel, source and citation together, as texts. */
export type CiteForm = {
  sourceId: string
  making: string
  title: string
  kind: string
  connection: string
  author: string
  publisher: string
  published: string
  link: string
  reliability: string
  relaysSourceId: string
  protection: string
  codeName: string
  locator: string
  quotation: string
  credibility: string
  note: string
}

export const emptyCiteForm: CiteForm = {
  sourceId: '',
  making: '',
  title: '',
  kind: '',
  connection: '',
  author: '',
  publisher: '',
  published: '',
  link: '',
  reliability: '',
  relaysSourceId: '',
  protection: 'open',
  codeName: '',
  locator: '',
  quotation: '',
  credibility: '',
  note: '',
}

/** The form as an existing citation fills it. */
export function formOfCitation(citation: RecordOutput<'citations'>): CiteForm {
  return {
    ...emptyCiteForm,
    sourceId: citation.sourceId ?? '',
    locator: citation.locator ?? '',
    quotation: citation.quotation ?? '',
    credibility: citation.credibility === null ? '' : String(citation.credibility),
    note: citation.note ?? '',
  }
}

/** The form out of a draft; what the draft does not have is empty. */
export const formOfDraft = (draft: string): CiteForm => ({ ...emptyCiteForm, ...readLooseValues(draft) })

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())

/** The new source's fields; null where the date of publication can't be read. */
export function sourceFields(form: CiteForm, reading: { language: Language; today: number }): Record<string, FieldValue> | null {
  const typed = form.published.trim()
  const read = typed === '' ? null : readTypedDate(typed, reading)
  if (read?.ok === false) return null
  return {
    title: orNull(form.title),
    kind: orNull(form.kind),
    connection: orNull(form.connection),
    author: orNull(form.author),
    publisher: orNull(form.publisher),
    published: read === null ? null : { typed, edtf: read.edtf, language: reading.language },
    link: orNull(form.link),
    reliability: orNull(form.reliability),
    relaysSourceId: orNull(form.relaysSourceId),
    protection: orNull(form.protection),
    codeName: orNull(form.codeName),
  }
}

/** What the citation itself says. */
export function citationFields(form: CiteForm): Record<string, FieldValue> {
  return {
    locator: orNull(form.locator),
    quotation: orNull(form.quotation),
    credibility: form.credibility === '' ? null : Number(form.credibility),
    note: orNull(form.note),
  }
}

/** Why the form can't be saved yet; null when it can. */
export function whatIsMissing(
  form: CiteForm,
  reading: { language: Language; today: number },
): 'source' | 'title' | 'code_name' | 'date' | null {
  if (form.making === '') return form.sourceId === '' ? 'source' : null
  if (form.title.trim() === '') return 'title'
  if (form.protection === 'protected' && form.codeName.trim() === '') return 'code_name'
  return sourceFields(form, reading) === null ? 'date' : null
}
