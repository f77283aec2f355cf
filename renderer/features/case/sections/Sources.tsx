import { useLingui } from '@lingui/react/macro'
import { ChevronDown } from 'lucide-react'
import { useState } from 'react'

import { useCaseView } from '../case-context.ts'
import { choiceLabel } from '../choice-labels.ts'
import type { CaseSource } from '../citing/citation-index.ts'
import { useSourceWords } from '../citing/use-source-words.ts'
import { FieldList } from '../fields/FieldList.tsx'
import { Section } from './Section.tsx'
import section from './Section.module.css'
import styles from './Sources.module.css'

/** Everything that the case file rests on, numbered as in its marks, with the grade of each source. */
export function Sources() {
  const { t } = useLingui()
  const { document } = useCaseView()
  const sources = document.sources.toSorted((a, b) => a.number - b.number)
  return (
    <Section id="sources" title={t`Sources`}>
      {sources.length === 0 && <p className={section.empty}>{t`Nothing is cited yet. Point at a statement and choose “Cite”.`}</p>}
      <ol className={section.rows}>
        {sources.map((source) => (
          <SourceRow key={source.source.id} entry={source} />
        ))}
      </ol>
    </Section>
  )
}

function SourceRow({ entry }: { entry: CaseSource }) {
  const { t, i18n } = useLingui()
  const { document } = useCaseView()
  const [open, setOpen] = useState(false)
  const words = useSourceWords()
  const { source, masked, number } = entry
  const grade = source.reliability === null ? null : choiceLabel('sources', 'reliability', source.reliability)
  const cited = document.citations.filter((citation) => citation.sourceId === source.id).length
  return (
    <li className={section.row} data-row={source.id}>
      <div className={styles.head}>
        <span className={styles.number}>{number}</span>
        <span className={styles.main}>
          <bdi className={styles.title}>{words.title(entry)}</bdi>
          <span className={styles.about}>{words.about(entry)}</span>
          {masked && <span className={styles.about}>{t`Protected: every outgoing report shows the code name only.`}</span>}
        </span>
        <span className={styles.grade} data-judged={source.reliability !== null && source.reliability !== 'F'}>
          {grade === null ? t`not graded` : i18n._(grade)}
        </span>
        <span className={styles.count}>{t`cited ${cited} ×`}</span>
        {!masked && (
          <button
            type="button"
            className={styles.toggle}
            aria-expanded={open}
            aria-label={t`Details of source ${number}`}
            onClick={() => setOpen(!open)}
          >
            <ChevronDown size={16} aria-hidden />
          </button>
        )}
      </div>
      {open && !masked && (
        <FieldList
          table="sources"
          row={source}
          always={['title', 'kind', 'reliability', 'protection', 'codeName']}
          whenFilled={[
            'connection',
            'author',
            'publisher',
            'made',
            'published',
            'received',
            'accessed',
            'language',
            'link',
            'archivedLink',
            'locatorHabit',
            'note',
          ]}
          plain={[
            'title',
            'kind',
            'reliability',
            'protection',
            'codeName',
            'connection',
            'author',
            'publisher',
            'made',
            'published',
            'received',
            'accessed',
            'language',
            'link',
            'archivedLink',
            'locatorHabit',
            'note',
          ]}
        />
      )}
    </li>
  )
}
