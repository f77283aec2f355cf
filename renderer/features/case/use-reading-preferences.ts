import { useMemo } from 'react'

import { usePreferences } from '../../api/preferences.ts'

/** Put away in favour of their tables: the drawings over time. */
const drawings = 'time-drawings'
const side = 'case-side'

export type ReadingPreferences = {
  /** The drawings over time are shown as tables. */
  tables: boolean
  showTables: (tables: boolean) => void
  /** The page is set as tightly as a printed one. */
  dense: boolean
  setDense: (dense: boolean) => void
  /** What stands beside the text is folded away. */
  sideFolded: boolean
  foldSide: (folded: boolean) => void
}

/** How this caseworker likes to read case files; kept in the vault for all of them. */
export function useReadingPreferences(): ReadingPreferences {
  const { preferences, change } = usePreferences()
  const { dismissed } = preferences
  const dense = preferences.density === 'dense'
  return useMemo(() => {
    const put = (name: string, away: boolean) => {
      const others = dismissed.filter((one) => one !== name)
      change({ dismissed: away ? [...others, name] : others })
    }
    return {
      tables: dismissed.includes(drawings),
      showTables: (tables) => put(drawings, tables),
      dense,
      setDense: (next) => change({ density: next ? 'dense' : 'comfortable' }),
      sideFolded: dismissed.includes(side),
      foldSide: (folded) => put(side, folded),
    }
  }, [dismissed, dense, change])
}
