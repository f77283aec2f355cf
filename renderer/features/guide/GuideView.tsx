import { useLingui } from '@lingui/react/macro'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useState } from 'react'

import { useNavigation } from '../../app/navigation.tsx'
import { Button } from '../../components/Button.tsx'
import { SearchInput } from '../../components/SearchInput.tsx'
import { useLanguage } from '../../i18n/use-language.ts'
import { chapterIds, isChapterId, type ChapterId } from './blocks.ts'
import { Blocks } from './Blocks.tsx'
import { OpenChapter } from './ChapterLink.tsx'
import { findChapters } from './find-chapters.ts'
import { guideLabels } from './guide-labels.ts'
import { guides } from './guide.ts'
import styles from './Guide.module.css'
import { RichText } from './RichText.tsx'

/** The guide: its contents with a field to search them, and one chapter. Nothing of it comes from elsewhere. */
export function GuideView({ chapter }: { chapter: string | null }) {
  const { t, i18n } = useLingui()
  const { openGuide } = useNavigation()
  const [query, setQuery] = useState('')
  const guide = guides[useLanguage()]
  const id: ChapterId = chapter !== null && isChapterId(chapter) ? chapter : chapterIds[0]
  const found = findChapters(guide, query, (name) => {
    const label = guideLabels[name]
    return label === undefined ? name : i18n._(label)
  })
  return (
    <div className={styles.guide}>
      <nav className={styles.contents} aria-label={t`Chapters of the guide`}>
        <h1 className={styles.name}>{t`Guide`}</h1>
        <SearchInput
          label={t`Search the guide`}
          value={query}
          onChange={setQuery}
          onKeyDown={(event) => {
            const [first] = found
            if (event.key === 'Enter' && query !== '' && first !== undefined) openGuide(first.id)
          }}
        />
        <p className="visually-hidden" role="status">
          {query === '' ? '' : found.length === 0 ? t`No chapter has these words.` : t`Chapters found: ${i18n.number(found.length)}`}
        </p>
        {found.length === 0 && <p className={styles.nothing}>{t`No chapter has these words. Try a shorter one.`}</p>}
        <ol className={styles.chapters}>
          {found.map((one) => (
            <li key={one.id}>
              <button type="button" aria-current={one.id === id ? 'page' : undefined} onClick={() => openGuide(one.id)}>
                <span>{guide[one.id].title}</span>
                {query !== '' && one.passage !== null && <span className={styles.passage}>{one.passage}</span>}
              </button>
            </li>
          ))}
        </ol>
      </nav>
      <ChapterPage key={id} id={id} />
    </div>
  )
}

function ChapterPage({ id }: { id: ChapterId }) {
  const { t } = useLingui()
  const { openGuide } = useNavigation()
  const guide = guides[useLanguage()]
  const { title, lead, blocks } = guide[id]
  const at = chapterIds.indexOf(id)
  const [before, next] = [chapterIds[at - 1], chapterIds[at + 1]]
  return (
    <article className={styles.chapter} aria-labelledby="guide-chapter">
      <h2 className={styles.title} id="guide-chapter">
        {title}
      </h2>
      <p className={styles.lead}>
        <RichText text={lead} />
      </p>
      <OpenChapter value={openGuide}>
        <Blocks blocks={blocks} />
      </OpenChapter>
      <footer className={styles.turn}>
        {before !== undefined && (
          <Button kind="quiet" icon={<ChevronLeft className="flips" size={16} aria-hidden />} onPress={() => openGuide(before)}>
            {guide[before].title}
          </Button>
        )}
        {next !== undefined && (
          <Button kind="quiet" onPress={() => openGuide(next)}>
            {t`Next: ${guide[next].title}`}
            <ChevronRight className="flips" size={16} aria-hidden />
          </Button>
        )}
      </footer>
    </article>
  )
}
