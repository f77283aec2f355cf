import type { CallInput, Language, RecordInput } from '../../../electron/contract/index.ts'
import { textToList } from '../../components/fields/text/list-text.ts'
import type { Contact, IntakeForm } from './intake-form.ts'
import { readBirth, readSaidDate } from './read-intake-date.ts'

/** What the form comes to, as the calls that it will make. */
export type IntakePlan = {
  create: CallInput<'cases.create'>
  whereabouts: Omit<RecordInput<'whereabouts_notes'>, 'caseId'> | null
  status: Omit<RecordInput<'custody_statuses'>, 'caseId'> | null
  source: RecordInput<'sources'> | null
  credibility: number | null
  /** Fields that the source carries, one by one. */
  personFields: string[]
  caseFields: string[]
}

type Reading = {
  language: Language
  today: number
  /** Before words that are no date and go into the notes. */ labels: { birth: string; when: string }
  /** What was asked in vain, in words for the notes. */ askedInVain?: string
}

/** Whether there is enough to begin a case file, and what is still needed for what was filled in. */
export function whatIsMissing(form: IntakeForm): 'name' | 'source' | 'code_name' | null {
  if (form.together.length > 0) {
    if (form.together.some(({ name }) => name.trim() === '')) return 'name'
  } else if (form.person === null && form.name.trim() === '') return 'name'
  const graded = form.sourceKind !== null || form.reliability !== null || form.credibility !== null || form.protection !== 'open'
  if (graded && form.source.trim() === '') return 'source'
  if (form.protection === 'protected' && form.codeName.trim() === '') return 'code_name'
  return null
}

/** The calls for a form. Words that are no date are kept, in the notes: nothing that was said is lost or made up. */
export function planOf(form: IntakeForm, { language, today, labels, askedInVain = '' }: Reading): IntakePlan {
  const birth = form.birth.trim() === '' ? null : readBirth(form.birth, language, today)
  const when = form.when.trim() === '' ? null : readSaidDate(form.when, language, today)
  const kept = [
    form.notes.trim(),
    form.birth.trim() !== '' && birth === null ? `${labels.birth}: ${form.birth.trim()}` : '',
    form.when.trim() !== '' && when === null ? `${labels.when}: ${form.when.trim()}` : '',
    askedInVain,
  ].filter((text) => text !== '')

  const person = filled({
    name: line(form.name),
    birth: birth?.value ?? null,
    citizenships: textToList(form.citizenships),
    distinguishing: line(form.distinguishing),
  })
  const caseFile = filled({
    arrestDate: when?.value ?? null,
    arrestPlace: line(form.where),
    arrestForces: line(form.forces),
    arrestWarrantShown: form.warrant,
    notes: kept.length === 0 ? null : kept.join('\n\n'),
  })
  const whereabouts = filled({ place: line(form.place), ...contactOf(form.contact) })
  const source =
    form.source.trim() === ''
      ? null
      : filled({
          title: line(form.source),
          kind: form.sourceKind,
          reliability: form.reliability,
          protection: form.protection,
          codeName: form.protection === 'open' ? null : line(form.codeName),
        })
  return {
    create: { ...(form.person === null ? { person } : { personId: form.person.id }), fields: caseFile },
    whereabouts: Object.keys(whereabouts).length === 0 ? null : whereabouts,
    status: form.status === null ? null : { status: form.status },
    source,
    credibility: form.credibility === null ? null : Number(form.credibility),
    personFields: form.person === null ? Object.keys(person).filter((field) => field !== 'distinguishing') : [],
    caseFields: Object.keys(caseFile).filter(
      (field) => field !== 'notes' && !(field === 'arrestWarrantShown' && form.warrant === 'unknown'),
    ),
  }
}

const line = (text: string): string | null => (text.trim() === '' ? null : text.trim())

function contactOf(contact: Contact | null) {
  switch (contact) {
    case null:
      return {}
    case 'family':
      return { contactFamily: 'yes', contactCounsel: 'no' } as const
    case 'counsel':
      return { contactFamily: 'no', contactCounsel: 'yes' } as const
    case 'both':
      return { contactFamily: 'yes', contactCounsel: 'yes' } as const
    case 'nobody':
      return { contactFamily: 'no', contactCounsel: 'no', contactHumanitarian: 'no', contactRights: 'no' } as const
    case 'unknown':
      return { contactFamily: 'unknown', contactCounsel: 'unknown' } as const
  }
}

/** Leaves out what is empty: a field that was not filled in is not sent. */
function filled<T extends Record<string, unknown>>(fields: T): { [K in keyof T]?: Exclude<T[K], null> } {
  const kept = Object.entries(fields).filter(
    ([, value]) => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0),
  )
  return Object.fromEntries(kept) as { [K in keyof T]?: Exclude<T[K], null> }
}
