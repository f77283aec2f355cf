import { uncertainDateSchema } from '../contract/index.ts'
import type { CallOutput, Language } from '../contract/index.ts'
import { describeDate } from '../domain/describe-date.ts'
import type { CliWords } from './words.ts'

type Document = CallOutput<'cases.get'>
type Reading = { words: CliWords; language: Language; label: (vocabulary: string, code: string) => string }

const skipped = new Set(['id', 'revision', 'binned', 'personId', 'caseId', 'caseworkerId', 'sourceId', 'targetId'])

/** One case file as lines to read: every field that holds something, by its name in the contract. */
export function showLines(document: Document, reading: Reading): string[] {
  const { caseFile, person } = document
  const numbers = new Map(document.sources.map(({ number, source }) => [source.id, number]))
  const title = `${caseFile.reference ?? ''}  ${person.name ?? caseFile.title ?? ''}`
  return [
    title,
    ...(caseFile.binned ? [reading.words.labels.inBin] : []),
    '',
    ...block('person', person, reading),
    ...document.personNames.flatMap((row) => block('personName', row, reading)),
    ...document.identityDocuments.flatMap((row) => block('identityDocument', row, reading)),
    ...block('caseFile', caseFile, reading),
    ...document.custodyStatuses.flatMap((row) => block('custodyStatus', row, reading)),
    ...document.charges.flatMap((row) => block('charge', row, reading)),
    ...document.whereabouts.flatMap((row) => block('whereabouts', row, reading)),
    ...document.competingValues.flatMap((row) => block('competingValue', row, reading)),
    // What a statement rests on: the number of its source in the list below, and where in it.
    ...document.citations.flatMap((row) => block('citation', { source: numbers.get(row.sourceId ?? '') ?? null, ...row }, reading)),
    `${reading.words.labels.sources}:`,
    ...document.sources.map(({ number, source }) => `  ${number}. ${source.title ?? source.codeName ?? ''} [${source.reliability ?? '–'}]`),
  ]
}

function block(name: string, row: Record<string, unknown>, reading: Reading): string[] {
  const lines = Object.entries(row).flatMap(([field, value]) => (skipped.has(field) ? [] : fieldLine(field, value, name, reading)))
  return lines.length === 0 ? [] : [`${name}:`, ...lines]
}

function fieldLine(field: string, value: unknown, block: string, { language, label }: Reading): string[] {
  if (value === null || value === undefined || value === '') return []
  if (Array.isArray(value)) return value.length === 0 ? [] : [`  ${field}: ${value.join(', ')}`]
  const date = uncertainDateSchema.safeParse(value)
  if (date.success) return [`  ${field}: ${describeDate(date.data.edtf, language)} (${date.data.typed})`]
  if (typeof value !== 'string') return [`  ${field}: ${JSON.stringify(value)}`]
  return [`  ${field}: ${field === 'status' ? label(block === 'charge' ? 'charge_status' : 'custody_status', value) : value}`]
}
