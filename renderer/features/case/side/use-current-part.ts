import { useEffect, useState } from 'react'

/** How far below the top of the text a part begins to be the one that is read, in CSS pixels. */
const line = 96

/** The part of the text that is being read: the last one whose beginning has been scrolled past. `parts` in their order. */
export function useCurrentPart(parts: readonly string[]): string {
  const [current, setCurrent] = useState(parts[0] ?? '')
  const names = parts.join(' ')
  useEffect(() => {
    const scroller = document.querySelector<HTMLElement>('[data-case-scroll]')
    if (scroller === null) return
    let waiting = 0
    const look = () => {
      waiting = 0
      const top = scroller.getBoundingClientRect().top
      const atEnd = scroller.scrollTop > 0 && scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 2
      const ids = names.split(' ')
      const passed = ids.filter((id) => {
        const part = document.querySelector(`#case-${id}`)
        return part !== null && part.getBoundingClientRect().top <= top + line
      })
      setCurrent((atEnd ? ids.at(-1) : passed.at(-1)) ?? ids[0] ?? '')
    }
    const onScroll = () => {
      if (waiting === 0) waiting = requestAnimationFrame(look)
    }
    look()
    scroller.addEventListener('scroll', onScroll, { passive: true })
    return () => {
      scroller.removeEventListener('scroll', onScroll)
      cancelAnimationFrame(waiting)
    }
  }, [names])
  return current
}
