import type { CallOutput } from '../contract/index.ts'
import { describeDate } from '../domain/describe-date.ts'
import type { CliWords } from './words.ts'

type Document = CallOutput<'cases.get'>
type Reading = { words: CliWords; language: 'en' | 'es'; label: (vocabulary: string, code: string) => string }

const skipped = new Set(['id', 'revision', 'binned', 'personId', 'caseId', 'caseworkerId'])

/** One case file as lines to read: every field that holds something, by its name in the contract. */
export function showLines(document: Document, reading: Reading): string[] {
  const { caseFile, person } = document
  const title = `${caseFile.reference ?? ''}  ${person.name ?? caseFile.title ?? ''}`
  return [
    title,
    '',
    ...block('person', person, reading),
    ...document.personNames.flatMap((row) => block('personName', row, reading)),
    ...document.identityDocuments.flatMap((row) => block('identityDocument', row, reading)),
    ...block('caseFile', caseFile, reading),
    ...document.custodyStatuses.flatMap((row) => block('custodyStatus', row, reading)),
    ...document.charges.flatMap((row) => block('charge', row, reading)),
    ...document.whereabouts.flatMap((row) => block('whereabouts', row, reading)),
    ...document.competingValues.flatMap((row) => block('competingValue', row, reading)),
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
  if (typeof value === 'object' && 'edtf' in value && 'typed' in value) return [`  ${field}: ${describeDate(String(value.edtf), language)} (${String(value.typed)})`]
  if (field === 'status') return [`  ${field}: ${label(block === 'charge' ? 'charge_status' : 'custody_status', String(value))}`]
  return [`  ${field}: ${String(value)}`]
}
