import type { CallOutput, CallRequest } from '../contract/index.ts'
import { readCaseDocument } from './case-document.ts'
import type { Casework } from './casework.ts'
import { applyChange } from './change.ts'
import { checkNew } from './check-fields.ts'
import { changeOf, rowCommands } from './commands.ts'
import type { Rules } from './commands.ts'
import { readInput } from './read-input.ts'
import { checkReferenceFree, nextReference } from './reference-number.ts'
import { refuse } from './refusals.ts'
import { isEmpty, readStanding } from './rows.ts'
import type { Values } from './rows.ts'

const caseRules: Rules = {
  check: ({ vault }, values) => {
    if (values['reference'] !== undefined) checkReferenceFree(vault.db, values['reference'])
  },
}

/** One of these tells a person from all others well enough to open a case file. */
const telling = ['name', 'familyName', 'givenName', 'description', 'distinguishing'] as const

/** Calls on case files. A new one is made with its person, since nobody is on file without one. */
export function caseHandlers(work: Casework) {
  const { 'cases.update': update, 'cases.bin': bin, 'cases.restore': restore } = rowCommands(work, 'cases', 'case_files', caseRules)
  return {
    'cases.get': (request: CallRequest<'cases.get'>): CallOutput<'cases.get'> => readCaseDocument(work, request),
    'cases.create': (request: CallRequest<'cases.create'>): CallOutput<'cases.create'> => createCase(work, request),
    'cases.update': update,
    'cases.bin': bin,
    'cases.restore': restore,
  }
}

function createCase(work: Casework, request: CallRequest<'cases.create'>): CallOutput<'cases.create'> {
  const { db, caseworker } = work.vault
  const person = personOf(work, request)
  const fields = readInput('case_files', request.fields ?? {}, work.today())
  if (fields['personId'] !== undefined) refuse('fields.personId', 'fixed')
  const status = request.status === undefined ? null : readInput('custody_statuses', request.status.fields, work.today(), 'status.fields')
  if (status !== null && status['caseId'] !== undefined) refuse('status.fields.caseId', 'fixed')
  if (fields['reference'] !== undefined && fields['reference'] !== null) checkReferenceFree(db, fields['reference'])
  const { changeNo, value } = changeOf(
    applyChange(work, { kind: 'cases.create' }, (draft) => {
      const personId = person.id ?? draft.insert('persons', person.values)
      const reference = typeof fields['reference'] === 'string' ? fields['reference'] : nextReference(db, work.today().slice(0, 4))
      const known = caseworker.id === 0 ? {} : { caseworkerId: caseworker.uuid }
      const values = { ...known, ...fields, personId, reference }
      checkNew(db, 'case_files', values)
      const id = draft.insert('case_files', values)
      if (status !== null && Object.values(status).some((entry) => !isEmpty(entry))) {
        checkNew(db, 'custody_statuses', { ...status, caseId: id }, 'status.fields')
        draft.insert('custody_statuses', { ...status, caseId: id })
      }
      return { id, personId, reference }
    }),
  )
  return { ...value, revision: changeNo, personRevision: person.revision ?? changeNo, changeNo }
}

/** The person of a new case file: one who is on file, or the fields of a new one. */
function personOf(
  work: Casework,
  { person, personId }: CallRequest<'cases.create'>,
): { id: string; revision: number; values: null } | { id: null; revision: null; values: Values } {
  if (personId !== undefined) {
    if (person !== undefined) refuse('person', 'person_and_id')
    const found = readStanding(work.vault.db, 'persons', personId)
    return { id: found.id, revision: found.revision, values: null }
  }
  if (person === undefined) return refuse('person', 'required')
  const values = readInput('persons', person, work.today(), 'person')
  if (telling.every((field) => isEmpty(values[field]))) refuse('person.name', 'name_or_description')
  checkNew(work.vault.db, 'persons', values, 'person')
  return { id: null, revision: null, values }
}
