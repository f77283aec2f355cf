import { useSyncExternalStore } from 'react'

const subscribe = (listener: () => void): (() => void) => {
  window.addEventListener('resize', listener)
  return () => window.removeEventListener('resize', listener)
}

/** Width of the page in CSS pixels: half of the window's at a zoom of 200 %. */
export const useWindowWidth = (): number => useSyncExternalStore(subscribe, () => window.innerWidth)
