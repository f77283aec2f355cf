import type { CallOutput, CallRequest, Progress } from '../../contract/index.ts'
import { VaultError } from '../../vault/index.ts'
import type { Grants } from '../../vault/index.ts'
import type { Casework } from '../casework.ts'
import { chooseRows, countParcel, noCounts } from './choose.ts'
import { makeTravelCopy } from './make-copy.ts'

/** Calls on the copy that a person takes along while the full vault stays at home (security rule 22). */
export function travelHandlers(work: Casework, onProgress: (progress: Progress) => void = () => undefined) {
  return {
    'travel.preview': ({ caseIds }: CallRequest<'travel.preview'>): CallOutput<'travel.preview'> => {
      const counts = noCounts()
      for (const parcel of chooseRows(work.vault.db, caseIds)) countParcel(counts, parcel)
      return counts
    },
    'travel.make': async (
      request: CallRequest<'travel.make'>,
      grants: Grants = {},
      isStopped: () => boolean = () => false,
    ): Promise<CallOutput<'travel.make'>> => {
      const place = Object.hasOwn(grants, request.place) ? grants[request.place] : undefined
      if (place === undefined) throw new VaultError('invalid_input', { path: 'place', reason: 'not_granted' })
      return makeTravelCopy(
        work,
        { ...request, place },
        { isCancelled: isStopped, onProgress: (share) => onProgress({ work: 'travel', share }) },
      )
    },
  }
}
