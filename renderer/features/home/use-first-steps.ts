import { useCallback } from 'react'

import { useCall } from '../../api/hooks.ts'
import { usePreferences } from '../../api/preferences.ts'

/** Hints put away, by the names under which the vault keeps them. */
const putAwayName = 'first-steps'
const reportedName = 'first-report'

/** Case files with which nobody is new any more. */
const fewCases = 3

export type Steps = { shown: boolean; written: boolean; cited: boolean; reported: boolean; putAway: () => void }

/** How far a newcomer has come; undefined until it is known. */
export function useFirstSteps(): Steps | undefined {
  const { preferences, loaded, change } = usePreferences()
  const { data } = useCall('vault.info', {})
  const { dismissed } = preferences
  const putAway = useCallback(() => change({ dismissed: [...dismissed, putAwayName] }), [change, dismissed])
  if (data === undefined || !loaded) return undefined
  const cases = data.counts.case_files ?? 0
  const written = cases > 0
  const cited = (data.counts.citations ?? 0) > 0
  const reported = dismissed.includes(reportedName)
  const shown = !dismissed.includes(putAwayName) && cases < fewCases && !(written && cited && reported)
  return { shown, written, cited, reported, putAway }
}

/** Says that a report was saved: the last of a newcomer's steps. */
export function useReportSaved(): () => void {
  const { preferences, change } = usePreferences()
  const { dismissed } = preferences
  return useCallback(() => {
    if (!dismissed.includes(reportedName)) change({ dismissed: [...dismissed, reportedName] })
  }, [change, dismissed])
}
