import { useLingui } from '@lingui/react/macro'
import { useCallback } from 'react'

import { useCurrentSection } from '../../../components/use-current-section.ts'
import { useCaseView } from '../case-context.ts'
import { wholeText } from '../growing-text.ts'
import styles from './Side.module.css'

/** Table of contents with how much there is of each. */
export function Contents() {
  const { t } = useLingui()
  const { document } = useCaseView()
  const parts: { id: string; title: string; count: number | null }[] = [
    { id: 'summary', title: t`Summary`, count: null },
    ...(document.derived.chronology.length > 0 ? [{ id: 'timeline', title: t`Custody over time`, count: null }] : []),
    { id: 'whereabouts', title: t`Whereabouts`, count: document.whereabouts.length },
    { id: 'charges', title: t`Charges`, count: document.charges.length },
    { id: 'custody', title: t`Custody status`, count: document.custodyStatuses.length },
    { id: 'arrest', title: t`Arrest`, count: null },
    { id: 'person', title: t`Person`, count: null },
    { id: 'sources', title: t`Sources`, count: document.sources.length },
    { id: 'notes', title: t`Notes`, count: null },
  ]
  const ids = parts.map(({ id }) => `#case-${id}`).join(', ')
  const sections = useCallback(() => [...globalThis.document.querySelectorAll<HTMLElement>(ids)], [ids])
  const current = useCurrentSection(sections, '[data-case-scroll]')?.id.replace('case-', '') ?? 'summary'
  return (
    <nav className={styles.contents} aria-label={t`Contents`}>
      <h2 className={styles.heading}>{t`Contents`}</h2>
      <ol>
        {parts.map((part) => (
          <li key={part.id}>
            <button
              type="button"
              aria-current={part.id === current ? 'true' : undefined}
              onClick={() => {
                wholeText()
                const section = globalThis.document.querySelector<HTMLElement>(`#case-${part.id}`)
                section?.scrollIntoView({ block: 'start' })
                section?.focus({ preventScroll: true })
              }}
            >
              <span>{part.title}</span>
              {part.count !== null && <span className={styles.number}>{part.count}</span>}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}
