import { caseFilterSchema } from '../contract/index.ts'
import type { CallOutput } from '../contract/index.ts'
import type { Casework } from './casework.ts'
import { rowCommands } from './commands.ts'
import type { Rules } from './commands.ts'
import { all } from './prepare.ts'
import { refuseField } from './refusals.ts'
import { isEmpty, recordOf, rowOf } from './rows.ts'
import type { SqlRow, Value } from './rows.ts'
import { sortKey } from './search/sort-key.ts'

const rules: Rules = {
  check: (_, values, row) => {
    if ((row === null || values['name'] !== undefined) && isEmpty(values['name'])) refuseField('name', 'required')
    if (!isEmpty(values['filter']) && !isFilter(values['filter'] ?? null)) refuseField('filter', 'not_a_filter')
  },
}

function isFilter(value: Value): boolean {
  try {
    return typeof value === 'string' && caseFilterSchema.safeParse(JSON.parse(value)).success
  } catch {
    return false
  }
}

/** Calls on searches that were kept: records as any other, with a history and a way to the bin and back. */
export function savedSearchHandlers(work: Casework) {
  return {
    ...rowCommands(work, 'savedSearches', 'saved_searches', rules),
    'savedSearches.list': (): CallOutput<'savedSearches.list'> => ({
      searches: all<SqlRow>(work.vault.db, 'SELECT * FROM saved_searches WHERE binned_change IS NULL ORDER BY id')
        .map((sql) => recordOf<'saved_searches'>(rowOf('saved_searches', sql)))
        .map((search) => ({ search, key: sortKey(search.name ?? '') }))
        .toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
        .map(({ search }) => search),
    }),
  }
}
