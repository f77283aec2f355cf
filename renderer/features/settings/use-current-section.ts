import { useEffect, useState } from 'react'

/** How far below the top of what is seen a part begins to be the one that is read, in CSS pixels. */
const line = 96

/** The part that is being read: the last one whose beginning has been scrolled past, at the very end the last of all. */
export function useCurrentSection(sections: readonly HTMLElement[]): HTMLElement | undefined {
  const [current, setCurrent] = useState<HTMLElement>()
  useEffect(() => {
    const scroller = sections[0]?.closest<HTMLElement>('[data-pane]')
    if (scroller === undefined || scroller === null) return undefined
    let waiting = 0
    const look = () => {
      waiting = 0
      const { top } = scroller.getBoundingClientRect()
      const atEnd = scroller.scrollTop > 0 && scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 2
      const passed = sections.filter((section) => section.getBoundingClientRect().top <= top + line)
      setCurrent((atEnd ? sections.at(-1) : passed.at(-1)) ?? sections[0])
    }
    const soon = () => {
      if (waiting === 0) waiting = requestAnimationFrame(look)
    }
    look()
    scroller.addEventListener('scroll', soon, { passive: true })
    // A part that opens or closes moves those below it without any scrolling.
    const sizes = new ResizeObserver(soon)
    for (const section of sections) sizes.observe(section)
    return () => {
      scroller.removeEventListener('scroll', soon)
      sizes.disconnect()
      cancelAnimationFrame(waiting)
    }
  }, [sections])
  return current
}
