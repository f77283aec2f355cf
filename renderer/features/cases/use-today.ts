import { useEffect, useState } from 'react'

import { isoOfDay } from '../../../electron/domain/days.ts'
import { todayNumber } from '../case/today.ts'

/** Today as `YYYY-MM-DD`, still right for who works past midnight. */
export function useToday(): string {
  const [today, setToday] = useState(() => isoOfDay(todayNumber()))
  useEffect(() => {
    const timer = setInterval(() => setToday(isoOfDay(todayNumber())), 60_000)
    return () => clearInterval(timer)
  }, [])
  return today
}
