import type { CallOutput, CallRequest } from '../../contract/index.ts'
import type { Vault } from '../../vault/index.ts'
import { countFacets } from './facets.ts'
import { searchCases } from './find-cases.ts'
import { headsOf } from './list-row.ts'
import { listCases } from './list-cases.ts'
import { listPersons } from './list-persons.ts'
import { possibleDuplicates } from './possible-duplicates.ts'
import { snippetsOfCases } from './snippets.ts'

export { checkIndex, searchChecks } from './check-index.ts'
export { rebuildIndex } from './repair.ts'
export type { IndexFault } from './check-index.ts'
export { reindexCase, reindexPerson } from './upkeep.ts'

type SearchCall =
  | 'cases.list'
  | 'cases.heads'
  | 'search.cases'
  | 'search.snippets'
  | 'search.facets'
  | 'persons.list'
  | 'persons.possibleDuplicates'
type Handlers = { [C in SearchCall]: (request: CallRequest<C>) => CallOutput<C> }

/** The handlers of all calls that find or list case files and people. */
export function searchHandlers({ db }: Pick<Vault, 'db'>): Handlers {
  return {
    'cases.list': (request) => listCases(db, request),
    'cases.heads': (request) => ({ heads: headsOf(db, request.ids) }),
    'search.cases': (request) => searchCases(db, request),
    'search.snippets': (request) => snippetsOfCases(db, request),
    'search.facets': (request) => countFacets(db, request),
    'persons.list': (request) => listPersons(db, request),
    'persons.possibleDuplicates': (request) => possibleDuplicates(db, request),
  }
}
