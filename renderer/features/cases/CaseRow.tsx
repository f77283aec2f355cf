import { useLingui } from '@lingui/react/macro'

import { records, type RecordTable } from '../../../electron/contract/index.ts'
import { StatusMark } from '../../components/StatusMark.tsx'
import { fieldLabel } from '../case/field-labels.ts'
import styles from './CaseRow.module.css'
import { piecesOf, shortPieces, splitSnippets, type Piece } from './snippets.ts'
import type { ListedCase } from './use-case-rows.ts'
import type { useRowWords } from './use-row-words.ts'

type Props = { row: ListedCase; words: ReturnType<typeof useRowWords> }

const isTable = (name: string): name is RecordTable => Object.hasOwn(records, name)

/** One case file in the list: who, in what state, where, for how long; and where the search found it. */
export function CaseRow({ row, words }: Props) {
  const { i18n } = useLingui()
  const { inName, other } = splitSnippets(row.snippets, row.name)
  return (
    <>
      <span className={styles.first}>
        <span className={styles.name}>
          <bdi>{inName === null ? row.name : <Pieces pieces={piecesOf(row.name, inName.matches)} />}</bdi>
        </span>
        <span className={styles.days}>
          <span aria-hidden>{words.days(row.daysHeld)}</span>
          <span className="visually-hidden">{words.daysSpoken(row.daysHeld)}</span>
        </span>
      </span>
      <span className={styles.second}>
        <StatusMark group={row.statusGroup} />
        <span className={styles.about}>
          {words.status(row)}
          {row.place !== null && (
            <>
              {'\u00a0· '}
              <bdi>{row.place}</bdi>
            </>
          )}
        </span>
        <span className={styles.reference}>{row.reference}</span>
      </span>
      {other !== null && (
        <span className={styles.hit}>
          <span className={styles.where}>{isTable(other.table) ? i18n._(fieldLabel(other.table, other.field)) : ''}</span>{' '}
          <bdi>
            <Pieces pieces={shortPieces(other)} />
          </bdi>
        </span>
      )}
    </>
  )
}

function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  return pieces.map(({ text, matched }, index) => (matched ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>))
}
