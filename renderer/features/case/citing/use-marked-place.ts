import { useEffect } from 'react'

import { placeOfTarget, type CitationTarget } from './citation-index.ts'

/** Marks in the text what is being cited, while it is: its row, or the field where it stands in none. */
export function useMarkedPlace(target: CitationTarget): void {
  const place = placeOfTarget(target)
  useEffect(() => {
    const found = [...document.querySelectorAll<HTMLElement>(place)].map((one) => one.closest<HTMLElement>('[data-row]') ?? one)
    for (const one of found) one.dataset['citing'] = ''
    return () => {
      for (const one of found) delete one.dataset['citing']
    }
  }, [place])
}
