import type { Progress } from '../contract/index.ts'
import type { CaseworkHandlers } from '../vault/dispatch.ts'
import type { Vault } from '../vault/index.ts'
import { auditHandlers } from './audit.ts'
import { binHandlers } from './bin-list.ts'
import { caseHandlers } from './cases.ts'
import { todayHere } from './casework.ts'
import type { Casework } from './casework.ts'
import { chargeHandlers } from './charges.ts'
import { citationHandlers } from './citations.ts'
import { competingHandlers } from './competing-values.ts'
import { custodyHandlers } from './custody.ts'
import { draftPlaceHandlers } from './draft-places.ts'
import { historyHandlers } from './history.ts'
import { homeHandlers } from './home.ts'
import { officeHandlers } from './office.ts'
import { personHandlers } from './persons.ts'
import { preferenceHandlers } from './preferences.ts'
import { purgeHandlers } from './purge.ts'
import { reportHandlers } from './reports.ts'
import { savedSearchHandlers } from './saved-searches.ts'
import { bringUpToDate } from './search/derived-version.ts'
import { searchHandlers } from './search/index.ts'
import { sourceHandlers } from './sources.ts'
import { travelHandlers } from './travel/index.ts'
import { whereaboutsHandlers } from './whereabouts.ts'

type HandlerOptions = { today?: () => string; onProgress?: (share: number) => void; onWork?: (progress: Progress) => void }

/**
 * The handlers of an open vault, one for each call of the contract that is not the vault's own; a missing one does not
 * compile. `today` is the reader's calendar day, `YYYY-MM-DD`, for calls that don't name one. Derived tables that an older
 * version made are made anew first, which `onProgress` tells of (a share from 0 to 1).
 * @throws {VaultError} `read_only` where they would have to be, on a vault that can't be written
 */
export function createHandlers(vault: Vault, { today = todayHere, onProgress, onWork }: HandlerOptions = {}): CaseworkHandlers {
  bringUpToDate(vault, onProgress)
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
    ...draftPlaceHandlers(work),
    ...historyHandlers(work),
    ...binHandlers(work),
    ...purgeHandlers(work),
    ...auditHandlers(work),
    ...reportHandlers(work),
    ...savedSearchHandlers(work),
    ...homeHandlers(work),
    ...preferenceHandlers(work),
    ...searchHandlers(vault),
    ...travelHandlers(work, onWork),
  }
}
