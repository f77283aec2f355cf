import type { UncertainDateValue } from '../contract/index.ts'
import type { ReportContext } from './context.ts'
import type { Fact, Paragraph } from './report-document.ts'
import { contested, fact, listStatement, longText, own, statement } from './runs.ts'

type Entry = string | UncertainDateValue | readonly string[] | null

/** What can harm the person or name those who told: not for audiences whose use of it nobody controls. */
const sensitive = ['address', 'identityDocuments', 'health', 'arrestWitnesses', 'reportedBy'] as const
const withheld: Record<string, readonly (typeof sensitive)[number][]> = { press: sensitive, partner: sensitive }

/** The fields that an audience does not get, nor what other sources say of them. */
export const withheldFrom = (audience: string): readonly string[] => withheld[audience] ?? []

const joined = (paragraphs: Paragraph[]): Paragraph =>
  paragraphs.flatMap((paragraph, index) => (index === 0 ? paragraph : [...own(' '), ...paragraph]))

function valueOf(
  context: ReportContext,
  place: { table: string; id: string; field: string },
  entry: Entry,
  long: boolean,
  read: (value: string) => string,
): Paragraph | null {
  if (entry === null) return null
  if (typeof entry === 'string') {
    if (entry.trim() === '') return null
    return long ? joined(longText(context, place, entry)) : statement(context, place, read(entry))
  }
  if ('edtf' in entry) return statement(context, place, context.dateWords(entry.edtf))
  return entry.length === 0 ? null : listStatement(context, place, entry)
}

const asIs = (value: string): string => value

function factsOf(
  context: ReportContext,
  table: string,
  id: string,
  rows: { field: string; label: string; entry: Entry; long?: boolean; read?: (value: string) => string }[],
): Fact[] {
  const hidden = withheldFrom(context.options.audience)
  return rows.flatMap(({ field, label, entry, long, read }) => {
    // Not the value alone: what somebody else says of it stays here as well.
    if (hidden.includes(field)) return []
    const place = { table, id, field }
    const value = valueOf(context, place, entry, long ?? false, read ?? asIs)
    // A field that is empty but contested is still worth a line: somebody says something.
    if (value === null && contested(context, place).length === 0) return []
    return [fact(context, label, place, value ?? own(context.words.notRecorded))]
  })
}

/** What is known of the person. */
export function personFacts(context: ReportContext): Fact[] {
  const { document, words, options } = context
  const { person } = document
  const labels = words.person
  const hidden = withheldFrom(options.audience)
  const facts = factsOf(context, 'persons', person.id, [
    { field: 'familyName', label: labels.familyName, entry: person.familyName },
    { field: 'givenName', label: labels.givenName, entry: person.givenName },
    { field: 'sex', label: labels.sex, entry: person.sex, read: (value) => words.sexes[value as keyof typeof words.sexes] },
    { field: 'gender', label: labels.gender, entry: person.gender },
    { field: 'birth', label: labels.birth, entry: person.birth },
    { field: 'birthPlace', label: labels.birthPlace, entry: person.birthPlace },
    { field: 'citizenships', label: labels.citizenships, entry: person.citizenships },
    { field: 'occupation', label: labels.occupation, entry: person.occupation },
    { field: 'affiliation', label: labels.affiliation, entry: person.affiliation },
    { field: 'civilStatus', label: labels.civilStatus, entry: person.civilStatus },
    { field: 'dependants', label: labels.dependants, entry: person.dependants },
    { field: 'address', label: labels.address, entry: person.address },
    { field: 'languages', label: labels.languages, entry: person.languages },
    { field: 'health', label: labels.health, entry: person.health, long: true },
    { field: 'description', label: labels.description, entry: person.description, long: true },
    { field: 'death', label: labels.death, entry: person.death },
  ])
  const group = person.kind === 'group' ? [{ label: labels.kind, value: own(labels.group(person.groupCount)), contested: [] }] : []
  return [...group, ...otherNames(context), ...facts, ...(hidden.includes('identityDocuments') ? [] : identityDocuments(context))]
}

function otherNames(context: ReportContext): Fact[] {
  const names = context.document.personNames.filter((name) => !name.binned && name.name !== null)
  if (names.length === 0) return []
  const value = names.flatMap((name, index): Paragraph => {
    const kind = context.words.nameKinds[name.kind ?? 'other']
    const notes = [
      ...context.footnotes.for({ table: 'person_names', id: name.id }),
      ...context.footnotes.for({ table: 'person_names', id: name.id, field: 'name' }),
    ]
    return [...own(index === 0 ? '' : ' · '), { text: `${name.name ?? ''} (${kind})`, unsourced: notes.length === 0, notes }]
  })
  return [{ label: context.words.person.otherNames, value, contested: [] }]
}

function identityDocuments(context: ReportContext): Fact[] {
  const documents = context.document.identityDocuments.filter((document) => !document.binned)
  if (documents.length === 0) return []
  const value = documents.flatMap((document, index): Paragraph => {
    const parts = [document.kind, document.number, document.issuedBy, document.issued ? context.dateWords(document.issued.edtf) : null]
    const notes = context.footnotes.for({ table: 'identity_documents', id: document.id })
    return [
      ...own(index === 0 ? '' : ' · '),
      { text: parts.filter((part) => part !== null).join(context.words.marks.comma), unsourced: notes.length === 0, notes },
    ]
  })
  return [{ label: context.words.person.identityDocuments, value, contested: [] }]
}

/** What is known of the arrest. */
export function arrestFacts(context: ReportContext): Fact[] {
  const { words, document } = context
  const { caseFile } = document
  const labels = words.arrest
  const known = (value: string): string => (value === 'yes' ? words.yes : value === 'no' ? words.no : words.unknown)
  return factsOf(context, 'case_files', caseFile.id, [
    { field: 'arrestDate', label: labels.arrestDate, entry: caseFile.arrestDate },
    { field: 'arrestPlace', label: labels.arrestPlace, entry: caseFile.arrestPlace },
    { field: 'arrestForces', label: labels.arrestForces, entry: caseFile.arrestForces },
    { field: 'arrestWarrantShown', label: labels.arrestWarrantShown, entry: caseFile.arrestWarrantShown, read: known },
    { field: 'arrestWarrantBy', label: labels.arrestWarrantBy, entry: caseFile.arrestWarrantBy },
    { field: 'arrestReasons', label: labels.arrestReasons, entry: caseFile.arrestReasons, long: true },
    { field: 'arrestLegalBasis', label: labels.arrestLegalBasis, entry: caseFile.arrestLegalBasis },
    { field: 'arrestForceUsed', label: labels.arrestForceUsed, entry: caseFile.arrestForceUsed, long: true },
    { field: 'arrestWitnesses', label: labels.arrestWitnesses, entry: caseFile.arrestWitnesses, long: true },
    { field: 'arrestSeized', label: labels.arrestSeized, entry: caseFile.arrestSeized, long: true },
    { field: 'arrestAccount', label: labels.arrestAccount, entry: caseFile.arrestAccount, long: true },
  ])
}
