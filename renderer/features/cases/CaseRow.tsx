import { useLingui } from '@lingui/react/macro'
import { memo } from 'react'

import { records, type RecordTable } from '../../../electron/contract/index.ts'
import { StatusMark } from '../../components/StatusMark.tsx'
import { fieldLabel } from '../case/field-labels.ts'
import type { ListedCase } from './case-question.ts'
import styles from './CaseRow.module.css'
import { piecesOf, shortPieces, splitSnippets, type Piece } from './snippets.ts'
import type { RowWords } from './use-row-words.ts'

type Props = { row: ListedCase; words: RowWords; /** Says in a third line where the search found it. */ searching?: boolean }

const isTable = (name: string): name is RecordTable => Object.hasOwn(records, name)

/** One case file in the list: who, in what state, where, for how long; and where the search found it. */
export const CaseRow = memo(function CaseRow({ row, words, searching = false }: Props) {
  const { inName, inPlace, other } = splitSnippets(row.snippets, row.name, row.place)
  // A place that was found is told in the third line, where nothing stands beside it that could cut it.
  const place = searching && inPlace !== null && inPlace === other ? null : row.place
  return (
    <>
      <span className={styles.first}>
        <bdi className={styles.name} title={row.name} data-cuts>
          {inName === null ? row.name : <Pieces pieces={piecesOf(row.name, inName.matches)} />}
        </bdi>
        <span className={styles.days}>
          <span aria-hidden>{words.days(row.daysHeld)}</span>
          <span className="visually-hidden">{words.daysSpoken(row.daysHeld)}</span>
        </span>
      </span>
      <span className={styles.second}>
        <StatusMark group={row.statusGroup} />
        <span className={styles.about}>
          <span className={styles.state}>{words.status(row)}</span>
          {place !== null && (
            <>
              <span className={styles.dot}>·</span>
              <bdi className={styles.place} title={place} data-cuts>
                {inPlace === null ? place : <Pieces pieces={piecesOf(place, inPlace.matches)} />}
              </bdi>
            </>
          )}
        </span>
        <span className={styles.reference} data-cuts>
          {row.reference}
        </span>
      </span>
      {searching && <Hit snippet={other ?? (isFarIn(inName) ? inName : null)} named={inName !== null} />}
    </>
  )
})

/** A name is cut where its row ends: a hit beyond its first letters is told again. */
const isFarIn = (snippet: ListedCase['snippets'][number] | null): boolean => snippet?.matches.every(({ end }) => end > 24) ?? false

function Hit({ snippet, named }: { snippet: ListedCase['snippets'][number] | null; named: boolean }) {
  const { t, i18n } = useLingui()
  if (snippet === null) return <span className={`${styles.hit} ${styles.where}`}>{named ? t`found in the name` : ''}</span>
  return (
    <span className={styles.hit}>
      {isTable(snippet.table) && (
        <span className={styles.where}>
          {i18n._(fieldLabel(snippet.table, snippet.field))}
          {':\u00a0'}
        </span>
      )}
      <bdi className={styles.found} data-cuts>
        <Pieces pieces={shortPieces(snippet)} />
      </bdi>
    </span>
  )
}

function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  return pieces.map(({ text, matched }, index) => (matched ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>))
}
