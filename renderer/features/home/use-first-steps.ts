import { useCallback } from 'react'

import { useCall } from '../../api/hooks.ts'
import { usePreferences } from '../../api/preferences.ts'

/** Hints put away, by the names under which the vault keeps them. */
const putAwayName = 'first-steps'
const reportedName = 'first-report'

/** Case files with which nobody is new any more. */
const fewCases = 3

export type Steps = {
  shown: boolean
  written: boolean
  cited: boolean
  reported: boolean
  /** Paper opens the vault, and has been seen to. */
  recoverable: boolean
  putAway: () => void
}

/** How far a newcomer has come; undefined until it is known. */
export function useFirstSteps(): Steps | undefined {
  const { preferences, loaded, change } = usePreferences()
  const { data } = useCall('vault.info', {})
  const keys = useCall('keys.list', {})
  const { dismissed } = preferences
  const putAway = useCallback(() => change({ dismissed: [...dismissed, putAwayName] }), [change, dismissed])
  if (data === undefined || keys.isPending || !loaded) return undefined
  const cases = data.counts.case_files ?? 0
  const written = cases > 0
  const cited = (data.counts.citations ?? 0) > 0
  const reported = dismissed.includes(reportedName)
  // A reader of a vault that can't be written to can't make one either.
  const recoverable = data.readOnly || (keys.data?.slots.some(({ kind, tried }) => kind !== 'passphrase' && tried) ?? true)
  const shown = !dismissed.includes(putAwayName) && cases < fewCases && !(written && cited && reported && recoverable)
  return { shown, written, cited, reported, recoverable, putAway }
}

/** Says that a report was saved: the last of a newcomer's steps. */
export function useReportSaved(): () => void {
  const { preferences, change } = usePreferences()
  const { dismissed } = preferences
  return useCallback(() => {
    if (!dismissed.includes(reportedName)) change({ dismissed: [...dismissed, reportedName] })
  }, [change, dismissed])
}
