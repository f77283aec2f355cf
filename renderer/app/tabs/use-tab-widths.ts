import { useLayoutEffect, type RefObject } from 'react'

import { hiddenTabs, scrollToTab, shareWidth } from './share-width.ts'

/** A tab has room for a few letters at least. */
const least = 96

/**
 * Gives the tabs of `list` their widths out of the room of `bar`, and brings one wholly into view: that which the keyboard is on,
 * or which is read, or was in front. Anew whenever the room, a name or what is read changes; `now` is all of that which the page
 * knows of, in one string.
 */
export function useTabWidths(bar: RefObject<HTMLElement | null>, list: RefObject<HTMLElement | null>, now: string): void {
  useLayoutEffect(() => {
    const [frame, box] = [bar.current, list.current]
    if (frame === null || box === null) return undefined
    const settle = () => {
      const tabs = [...box.querySelectorAll<HTMLElement>('[role="tab"]')]
      if (tabs.length === 0) return
      box.dataset['measured'] = ''
      const natural = tabs.map((tab) => Math.ceil(tab.getBoundingClientRect().width))
      delete box.dataset['measured']
      const find = (is: (tab: HTMLElement) => boolean): number => tabs.findIndex(is)
      const at = [
        find((tab) => tab === document.activeElement),
        find((tab) => tab.ariaSelected === 'true'),
        find((tab) => tab.dataset['front'] !== undefined),
        0,
      ].find((index) => index !== -1)
      // How many are out of view is written beside them, and takes room of its own.
      const more = frame.querySelector<HTMLElement>('[data-more]')
      delete more?.dataset['hidden']
      let placed = place(frame, box, natural, at ?? 0)
      if (more !== null && placed.hidden > 0) {
        more.dataset['hidden'] = String(placed.hidden)
        placed = place(frame, box, natural, at ?? 0)
        more.dataset['hidden'] = String(placed.hidden)
      }
      const { widths, all, scrolled } = placed
      box.style.inlineSize = `${all}px`
      for (const [index, tab] of tabs.entries()) tab.style.setProperty('--width', `${widths[index] ?? least}px`)
      // From the right in a language that is read from there, where what is scrolled is counted below zero.
      box.scrollLeft = getComputedStyle(box).direction === 'rtl' ? -scrolled : scrolled
    }
    settle()
    const observer = new ResizeObserver(settle)
    observer.observe(frame)
    box.addEventListener('focusin', settle)
    box.addEventListener('focusout', settle)
    document.fonts.addEventListener('loadingdone', settle)
    return () => {
      observer.disconnect()
      box.removeEventListener('focusin', settle)
      box.removeEventListener('focusout', settle)
      document.fonts.removeEventListener('loadingdone', settle)
    }
  }, [bar, list, now])
}

/** How wide each tab is, and how far they are scrolled, with the room that is left beside the rest of the bar. */
function place(frame: HTMLElement, box: HTMLElement, natural: readonly number[], at: number) {
  const beside = [...frame.children].filter((child) => child !== box)
  const taken = beside.reduce((sum, child) => sum + child.getBoundingClientRect().width, 0)
  const { tabs: widths, list: all } = shareWidth(natural, at, Math.floor(frame.clientWidth - taken), least)
  const scrolled = scrollToTab(widths, all, Math.abs(box.scrollLeft), at)
  return { widths, all, scrolled, hidden: hiddenTabs(widths, all, scrolled) }
}
