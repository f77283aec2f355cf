import { startTransition, useEffect, useLayoutEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/** Sets what is still to come of the text on the page; null while all of it is there. */
let setRest: (() => void) | null = null

/**
 * How many of a text's parts stand on the page: at first those that can be seen, then one after another while nothing
 * else is to be done, so that no task of the page's is as long as the whole text.
 */
export function useGrowingText(first: number, all: number): number {
  const [count, setCount] = useState(first)
  useEffect(() => {
    if (count >= all) return
    // After the paint of what is there.
    const timer = setTimeout(() => startTransition(() => setCount(count + 1)))
    return () => clearTimeout(timer)
  }, [count, all])
  useLayoutEffect(() => {
    if (count >= all) return
    const rest = () => flushSync(() => setCount(all))
    setRest = rest
    return () => {
      if (setRest === rest) setRest = null
    }
  }, [count, all])
  return count
}

/** Before something in the text is looked for: all of it is there. Not while React is rendering. */
export const wholeText = (): void => setRest?.()
