import type { Casework } from './casework.ts'
import { rowCommands } from './commands.ts'

/** Calls on people, their other names and their papers. A person is made, binned and restored with a case file. */
export function personHandlers(work: Casework) {
  const { 'persons.update': update } = rowCommands(work, 'persons', 'persons')
  return {
    'persons.update': update,
    ...rowCommands(work, 'personNames', 'person_names'),
    ...rowCommands(work, 'identityDocuments', 'identity_documents'),
  }
}
