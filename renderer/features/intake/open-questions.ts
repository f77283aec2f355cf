import type { IntakeForm } from './intake-form.ts'

/** What can be asked of a caller, in the order of the questions. */
export const openQuestions = [
  'birth',
  'citizenships',
  'distinguishing',
  'when',
  'where',
  'forces',
  'warrant',
  'place',
  'status',
  'contact',
  'source',
] as const
export type OpenQuestion = (typeof openQuestions)[number]

const ofThePerson: readonly OpenQuestion[] = ['birth', 'citizenships', 'distinguishing']

/** Asked, and the answer was that nobody knows. */
export function isAskedInVain(form: IntakeForm, question: OpenQuestion): boolean {
  if (question === 'warrant' || question === 'contact') return form[question] === 'unknown'
  return isEmpty(form, question) && form.asked.includes(question)
}

function isEmpty(form: IntakeForm, question: OpenQuestion): boolean {
  const value = form[question]
  return value === null || value.trim() === ''
}

/** What is still without an answer, and what was asked in vain. */
export function stillOpen(form: IntakeForm): OpenQuestion[] {
  return openQuestions.filter((question) => {
    if (ofThePerson.includes(question) && (form.person !== null || form.together.length > 0)) return false
    return isEmpty(form, question) || isAskedInVain(form, question)
  })
}

/** Notes that a question was asked and nobody knows, or takes the note back: as “not known” where the case file has it. */
export function tick(form: IntakeForm, question: OpenQuestion, inVain: boolean): Partial<IntakeForm> {
  if (question === 'warrant' || question === 'contact') return { [question]: inVain ? 'unknown' : null }
  const others = form.asked.filter((one) => one !== question)
  return { asked: inVain ? [...others, question] : others }
}

/** Questions asked in vain that the case file has no “not known” for: they go into its notes. */
export const askedInVainForNotes = (form: IntakeForm): OpenQuestion[] =>
  stillOpen(form).filter((question) => question !== 'warrant' && question !== 'contact' && isAskedInVain(form, question))
