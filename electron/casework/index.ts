import type { CaseworkHandlers } from '../vault/dispatch.ts'
import type { Vault } from '../vault/index.ts'
import { binHandlers } from './bin-list.ts'
import { caseHandlers } from './cases.ts'
import { todayHere } from './casework.ts'
import type { Casework } from './casework.ts'
import { chargeHandlers } from './charges.ts'
import { citationHandlers } from './citations.ts'
import { competingHandlers } from './competing-values.ts'
import { custodyHandlers } from './custody.ts'
import { historyHandlers } from './history.ts'
import { officeHandlers } from './office.ts'
import { personHandlers } from './persons.ts'
import { reportHandlers } from './reports.ts'
import { searchHandlers } from './search/index.ts'
import { sourceHandlers } from './sources.ts'
import { whereaboutsHandlers } from './whereabouts.ts'

/**
 * The handlers of an open vault, one for each call of the contract that is not the vault's own; a missing one does not
 * compile. `today` is the reader's calendar day, `YYYY-MM-DD`, for calls that don't name one.
 */
export function createHandlers(vault: Vault, { today = todayHere }: { today?: () => string } = {}): CaseworkHandlers {
  const work: Casework = { vault, today }
  return {
    ...officeHandlers(work),
    ...caseHandlers(work),
    ...personHandlers(work),
    ...chargeHandlers(work),
    ...whereaboutsHandlers(work),
    ...custodyHandlers(work),
    ...sourceHandlers(work),
    ...citationHandlers(work),
    ...competingHandlers(work),
    ...historyHandlers(work),
    ...binHandlers(work),
    ...reportHandlers(work),
    ...searchHandlers(vault),
  }
}
