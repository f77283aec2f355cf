import { createContext, use } from 'react'

import type { ChapterId } from './blocks.ts'
import styles from './Guide.module.css'

/** Opens another chapter, where there is one who can: the guide itself, or the help at the lock screen. */
export const OpenChapter = createContext<((id: ChapterId) => void) | null>(null)

/** The title of another chapter, which leads there. */
export function ChapterLink({ id, title }: { id: ChapterId; title: string }) {
  const open = use(OpenChapter)
  if (open === null) return title
  return (
    <button type="button" className={styles.link} onClick={() => open(id)}>
      {title}
    </button>
  )
}
