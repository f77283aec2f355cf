import { useLingui } from '@lingui/react/macro'
import { useEffect, useRef, useState } from 'react'

import { Dialog } from '../../components/Dialog.tsx'
import { useLanguage } from '../../i18n/use-language.ts'
import { safetyChapterIds, type ChapterId } from './blocks.ts'
import { Blocks } from './Blocks.tsx'
import { OpenChapter } from './ChapterLink.tsx'
import { guides } from './guide.ts'
import styles from './LockedGuide.module.css'
import { RichText } from './RichText.tsx'

/** The guide's chapters on safety for whoever stands before a locked vault: they hold nothing of a case. */
export function LockedGuide({ chapter, onClose }: { chapter: ChapterId; onClose: () => void }) {
  const { t } = useLingui()
  const guide = guides[useLanguage()]
  const [id, setId] = useState(chapter)
  const { title, lead, blocks } = guide[id]
  const head = useRef<HTMLHeadingElement>(null)
  const first = useRef(true)
  // A chapter begins at its beginning, from wherever in the last one it was asked for.
  useEffect(() => {
    if (!first.current) head.current?.focus()
    first.current = false
  }, [id])
  return (
    <Dialog open onClose={onClose} title={t`Help`} size="sheet">
      <div className={styles.help}>
        <nav className={styles.contents} aria-label={t`Chapters of the guide`}>
          {safetyChapterIds.map((one) => (
            <button key={one} type="button" aria-current={one === id ? 'page' : undefined} onClick={() => setId(one)}>
              {guide[one].title}
            </button>
          ))}
        </nav>
        <article className={styles.chapter} aria-labelledby="help-chapter">
          <h3 className={styles.title} id="help-chapter" tabIndex={-1} ref={head}>
            {title}
          </h3>
          <p>
            <RichText text={lead} />
          </p>
          <OpenChapter value={setId}>
            <Blocks blocks={blocks.filter(({ kind }) => kind !== 'picture')} />
          </OpenChapter>
        </article>
      </div>
    </Dialog>
  )
}
