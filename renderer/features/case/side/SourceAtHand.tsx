import { useLingui } from '@lingui/react/macro'
import { X } from 'lucide-react'

import { IconButton } from '../../../components/IconButton.tsx'
import { useBeside, useCaseView } from '../case-context.ts'
import { choiceLabel } from '../choice-labels.ts'
import { useSourceWords } from '../citing/use-source-words.ts'
import { targetOf } from '../citing/citation-index.ts'
import { wholeText } from '../growing-text.ts'
import styles from './Side.module.css'

/** The source behind the mark that was pointed at: who says so, how good they are, and what they said. */
export function SourceAtHand() {
  const { t, i18n } = useLingui()
  const { citations, show, readOnly, open, document } = useCaseView()
  const { atHand } = useBeside()
  const words = useSourceWords()
  const cited = atHand === null ? null : citations.byId(atHand)
  if (cited === null) {
    if (document.sources.length === 0) return null
    return <p className={styles.quiet}>{t`Point at a number in the text to see its source here.`}</p>
  }
  const { citation, source } = cited
  const close = () => {
    globalThis.document.querySelector<HTMLElement>(`[data-citation="${citation.id}"]`)?.focus()
    open(null)
  }
  const reliability = source?.source.reliability ?? null
  const reliabilityWords = reliability === null ? null : choiceLabel('sources', 'reliability', reliability)
  const credibilityWords = citation.credibility === null ? null : choiceLabel('citations', 'credibility', citation.credibility)
  const target = targetOf(citation)
  return (
    <section
      data-floating
      className={`${styles.card} ${styles.floating}`}
      aria-labelledby="source-at-hand"
      aria-live="polite"
      onKeyDown={(event) => {
        if (event.key === 'Escape') close()
      }}
    >
      <div className={styles.top}>
        <h2 className={styles.heading} id="source-at-hand">
          {source === null ? t`Source` : t`Source ${source.number}`}
        </h2>
        <IconButton label={t`Close`} onPress={close}>
          <X size={14} aria-hidden />
        </IconButton>
      </div>
      <p className={styles.title}>
        <bdi>{source === null ? t`Source in the bin` : words.title(source)}</bdi>
      </p>
      {source !== null && <p className={styles.about}>{words.about(source)}</p>}
      {source?.masked === true && <p className={styles.about}>{t`Protected: every outgoing report shows the code name only.`}</p>}
      <dl className={styles.grades}>
        <div>
          <dt>{t`Source`}</dt>
          <dd>{reliabilityWords === null ? t`not graded` : i18n._(reliabilityWords)}</dd>
        </div>
        <div>
          <dt>{t`Statement`}</dt>
          <dd>{credibilityWords === null ? t`not graded` : i18n._(credibilityWords)}</dd>
        </div>
      </dl>
      {citation.locator !== null && (
        <p className={styles.locator} dir="auto">
          {citation.locator}
        </p>
      )}
      {citation.quotation !== null && (
        <blockquote className={styles.quotation} dir="auto">
          {citation.quotation}
        </blockquote>
      )}
      {citation.note !== null && (
        <p className={styles.about} dir="auto">
          {citation.note}
        </p>
      )}
      {!readOnly && (
        <p className={styles.actions}>
          {target !== null && (
            <button type="button" onClick={() => show({ kind: 'cite', target, editing: citation.id })}>{t`Edit citation`}</button>
          )}
          <button
            type="button"
            onClick={() => {
              wholeText()
              const from = globalThis.document.querySelector<HTMLElement>(`[data-citation="${citation.id}"]`)
              from?.scrollIntoView({ block: 'center' })
              from?.focus()
              open(citation.id)
            }}
          >
            {t`Show in the text`}
          </button>
        </p>
      )}
    </section>
  )
}
