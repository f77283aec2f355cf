import { useEffect, useState } from 'react'

import { onAppEvent } from '../../api/client.ts'

/** How far the setting of a report has come, 0 to 1; null where it can't be told. */
export function useReportProgress(): number | null {
  const [share, setShare] = useState<number | null>(null)
  useEffect(
    () =>
      onAppEvent((event) => {
        if (event.type === 'progress' && event.work === 'report') setShare(event.share)
      }),
    [],
  )
  return share
}
