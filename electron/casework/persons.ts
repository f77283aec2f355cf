import type { CallOutput, CallRequest } from '../contract/index.ts'
import type { Casework } from './casework.ts'
import { rowCommands } from './commands.ts'
import { readPerson } from './person-page.ts'

/** Calls on people, their other names and their papers. A person is made, binned and restored with a case file. */
export function personHandlers(work: Casework) {
  const { 'persons.update': update } = rowCommands(work, 'persons', 'persons')
  return {
    'persons.get': (request: CallRequest<'persons.get'>): CallOutput<'persons.get'> => readPerson(work, request),
    'persons.update': update,
    ...rowCommands(work, 'personNames', 'person_names'),
    ...rowCommands(work, 'identityDocuments', 'identity_documents'),
  }
}
