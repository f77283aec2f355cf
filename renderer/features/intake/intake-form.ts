import type { TogetherPerson } from './pasted-people.ts'

/** Whom the detained person may see, as a caller says it. */
export type Contact = 'family' | 'counsel' | 'both' | 'nobody' | 'unknown'
export type Known = 'yes' | 'no' | 'unknown'
export type Reliability = 'A' | 'B' | 'C' | 'D' | 'E' | 'F'
export type Credibility = '1' | '2' | '3' | '4' | '5' | '6'
export type Protection = 'open' | 'restricted' | 'protected'

/** What has been typed and chosen so far; all of it may be empty but the name. */
export type IntakeForm = {
  name: string
  birth: string
  citizenships: string
  distinguishing: string
  when: string
  where: string
  forces: string
  warrant: Known | null
  place: string
  contact: Contact | null
  status: string | null
  source: string
  sourceKind: string | null
  reliability: Reliability | null
  credibility: Credibility | null
  protection: Protection
  codeName: string
  notes: string
  /** The person on file whose new detention this is. */
  person: { id: string; name: string } | null
  /** People on file who were looked at and are somebody else. */
  notTheSame: string[]
  /** Questions that were asked and had no answer, and reminders that were seen to. */
  asked: string[]
  /** Several people of the same arrest, in place of one name. */
  together: TogetherPerson[]
}

export const emptyForm: IntakeForm = {
  name: '',
  birth: '',
  citizenships: '',
  distinguishing: '',
  when: '',
  where: '',
  forces: '',
  warrant: null,
  place: '',
  contact: null,
  status: null,
  source: '',
  sourceKind: null,
  reliability: null,
  credibility: null,
  protection: 'open',
  codeName: '',
  notes: '',
  person: null,
  notTheSame: [],
  asked: [],
  together: [],
}

/** Name of the draft in the vault. */
export const draftKey = 'new-case'

export const isUntouched = (form: IntakeForm): boolean => formToDraft(form) === formToDraft(emptyForm)

export const formToDraft = (form: IntakeForm): string => JSON.stringify(form)

/** A draft as a form; what an older version wrote is taken as far as it fits. */
export function draftToForm(draft: string): IntakeForm {
  try {
    const read: unknown = JSON.parse(draft)
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? { ...emptyForm, ...fittingIn(read) } : emptyForm
  } catch {
    return emptyForm
  }
}

const isText = (object: object, key: string): boolean => typeof Reflect.get(object, key) === 'string'

const isTogetherPerson = (one: unknown): boolean =>
  typeof one === 'object' && one !== null && isText(one, 'name') && isText(one, 'birth') && isText(one, 'note')

function fittingIn(read: object): Partial<IntakeForm> {
  const fitting = Object.entries(read).filter(([key, value]: [string, unknown]) => {
    if (!Object.hasOwn(emptyForm, key)) return false
    const empty: string | readonly string[] | object | null = emptyForm[key as keyof IntakeForm]
    if (key === 'together') return Array.isArray(value) && value.every(isTogetherPerson)
    if (typeof empty === 'string') return typeof value === 'string'
    if (Array.isArray(empty)) return Array.isArray(value) && value.every((one) => typeof one === 'string')
    if (key === 'person') return value === null || (typeof value === 'object' && isText(value, 'id') && isText(value, 'name'))
    return value === null || typeof value === 'string'
  })
  return Object.fromEntries(fitting)
}

/** The same arrest for another person: only who was taken is asked anew. */
export const sameArrest = (form: IntakeForm): IntakeForm => ({
  ...form,
  name: '',
  birth: '',
  citizenships: '',
  distinguishing: '',
  person: null,
  notTheSame: [],
  asked: form.asked.filter((question) => question !== 'birth' && question !== 'citizenships' && question !== 'distinguishing'),
  together: [],
})

/** The form of each person of several, with what they share. */
export const formsOfTogether = (form: IntakeForm): IntakeForm[] =>
  form.together.map(({ name, birth, note }) => ({
    ...sameArrest(form),
    name,
    birth,
    distinguishing: note.length <= longestDistinguishing ? note : '',
    notes: note.length <= longestDistinguishing ? form.notes : [note, form.notes].filter((text) => text.trim() !== '').join('\n\n'),
  }))
const longestDistinguishing = 500
