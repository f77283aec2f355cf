import type { RecordOutput } from '../../../electron/contract/index.ts'
import { call } from '../../api/client.ts'
import { useCaseView } from './case-context.ts'

/** Makes a competing value the current one; the old one takes its place with its reason and citations. */
export function useAdopt(): (value: RecordOutput<'competing_values'>) => Promise<void> {
  const { setTrouble, refresh } = useCaseView()
  return async (value) => {
    const answer = await call('competingValues.adopt', { id: value.id, baseRevision: value.revision, reason: null })
    if (answer.ok) refresh()
    else setTrouble(answer.error)
  }
}
