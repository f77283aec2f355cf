import { Button } from '../components/Button.tsx'
import { EmptyState } from '../components/EmptyState.tsx'
import { ErrorNote } from '../components/ErrorNote.tsx'
import { Note } from '../components/Note.tsx'
import { ProgressBar } from '../components/ProgressBar.tsx'
import { SavedState } from '../components/SavedState.tsx'
import { Skeleton } from '../components/Skeleton.tsx'
import { StatusMark } from '../components/StatusMark.tsx'
import { Tag } from '../components/Tag.tsx'
import { CitationMarks } from '../components/fields/CitationMarks.tsx'
import { Exhibit } from './Exhibit.tsx'
import styles from './Gallery.module.css'
import type { Samples } from './samples.ts'

const groups = ['held', 'unknown', 'free', 'ended'] as const

/** What the page tells by itself. */
export function Told({ words }: { words: Samples }) {
  return (
    <>
      <Exhibit name="Note, ErrorNote">
        <Note>{words.noteInfo}</Note>
        <Note tone="good">{words.noteGood}</Note>
        <Note tone="warning" title={words.noteWarningTitle}>
          {words.noteWarning}
        </Note>
        <Note tone="danger" title={words.noteDangerTitle} actions={<Button>{words.save}</Button>}>
          {words.noteDanger}
        </Note>
        <ErrorNote error={{ code: 'internal', params: {} }} />
      </Exhibit>
      <Exhibit name="StatusMark, Tag, CitationMarks, SavedState">
        <div className={styles.row}>
          {groups.map((group, at) => (
            <span key={group} className={styles.row}>
              <StatusMark group={group} />
              {words.statuses[at]}
            </span>
          ))}
        </div>
        <div className={styles.row}>
          {groups.map((group, at) => (
            <Tag key={group} tone={group}>
              {words.statuses[at]}
            </Tag>
          ))}
          <Tag>{words.unsourced}</Tag>
          <Tag tone="accent">{words.held}</Tag>
        </div>
        <p className={styles.prose}>
          {words.text}
          <CitationMarks
            marks={[
              { id: 'c', number: 1 },
              { id: 'd', number: 2 },
              { id: 'e', number: null },
            ]}
            current="d"
            onOpen={() => {}}
            inText
          />
        </p>
        <div>
          {words.understood}
          <CitationMarks
            marks={[
              { id: 'a', number: 1 },
              { id: 'b', number: 12 },
            ]}
            current="b"
            onOpen={() => {}}
          />
        </div>
        <div className={styles.row}>
          <SavedState state="saved" />
          <SavedState state="saving" />
          <SavedState state="draft" />
          <SavedState state="not_saved" />
        </div>
      </Exhibit>
      <Exhibit name="ProgressBar, Skeleton">
        <ProgressBar label={words.importing} done={0.62} onCancel={() => {}} />
        <ProgressBar label={words.searching} done={null} />
        <Skeleton />
      </Exhibit>
      <Exhibit name="EmptyState">
        <EmptyState title={words.emptyTitle} actions={<Button kind="primary">{words.addCharge}</Button>}>
          {words.emptyText}
        </EmptyState>
      </Exhibit>
    </>
  )
}
