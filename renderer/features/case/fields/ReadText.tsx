import { useLingui } from '@lingui/react/macro'
import { useMemo, type ReactNode } from 'react'

import type { MarkView } from '../../../components/fields/CitationMarks.tsx'
import type { Span } from '../../../components/fields/text/marks.ts'
import { paragraphsOf, readRuns, sentencesOf, type ReadRun } from '../../../components/fields/text/read-runs.ts'
import { Marks } from '../citing/Marks.tsx'
import styles from './ReadText.module.css'

type Props = {
  text: string
  unsourced: readonly Span[]
  marksOf: (mark: string) => readonly MarkView[]
  after?: ReactNode
}

/** A long text as it is read: paragraphs, citation marks, and a dotted line under what has no source. */
export function ReadText({ text, unsourced, marksOf, after }: Props) {
  const { t } = useLingui()
  const paragraphs = useMemo(
    () => paragraphsOf(readRuns(text, unsourced)).map((runs) => ({ runs, sentences: sentencesOf(runs) })),
    [text, unsourced],
  )
  const draw = (run: ReadRun) =>
    run.kind === 'text' ? (
      <span
        key={`t${run.key}`}
        data-start={run.key}
        {...(run.unsourced
          ? {
              className: styles.unsourced,
              'data-unsourced': '',
              tabIndex: -1,
              role: 'mark',
              'aria-description': t`without a source`,
            }
          : {})}
      >
        {run.text}
      </span>
    ) : (
      <Marks key={`m${run.key}`} inText marks={marksOf(run.id)} />
    )
  return (
    <div className={styles.text}>
      {paragraphs.map(({ runs, sentences }, index) => (
        <p key={runs[0]?.key ?? index} dir="auto">
          {sentences === null
            ? runs.map(draw)
            : sentences.map((sentence) => <bdi key={`s${sentence[0]?.kind}${sentence[0]?.key}`}>{sentence.map(draw)}</bdi>)}
          {index === paragraphs.length - 1 && after}
        </p>
      ))}
    </div>
  )
}
