import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { memo, useCallback, type RefObject } from 'react'

import { useNavigation } from '../../app/navigation.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import styles from './CaseList.module.css'
import { CaseRow } from './CaseRow.tsx'
import type { CaseQuestion, ListedCase } from './case-question.ts'
import { NothingFound } from './NothingFound.tsx'
import type { Opened } from './use-active-row.ts'
import type { Listed } from './use-row-window.ts'
import { useRowWords } from './use-row-words.ts'
import { VirtualList } from './VirtualList.tsx'

type Props = {
  listed: Listed<CaseQuestion, ListedCase>
  dense: boolean
  onLetter: () => void
  ref: RefObject<HTMLDivElement | null>
}

/** Heights of a row: two lines, and a third one that says where the search found it. */
const heights = { comfortable: { listed: 61, found: 81 }, dense: { listed: 49, found: 69 } }

/** Where the list was left; it dies with the window. */
const kept = { scrolled: 0 }

function Rows({ listed, dense, onLetter, ref }: Props) {
  const { t, i18n } = useLingui()
  const { place, open } = useNavigation()
  const words = useRowWords()
  const { shown } = listed
  const searching = (shown.question?.query ?? '') !== ''
  const draw = useCallback((row: ListedCase) => <CaseRow row={row} words={words} searching={searching} />, [words, searching])
  const onOpen = (row: ListedCase, opened: Opened) => open(row.id, opened)
  const total = shown.total ?? 0
  const number = i18n.number(total)
  return (
    <>
      <p className={styles.count} role="status">
        {shown.total === null
          ? ''
          : searching
            ? t`${plural(total, { one: `${number} case file found`, other: `${number} case files found` })}`
            : t`${plural(total, { one: `${number} case file`, other: `${number} case files` })}`}
      </p>
      {shown.error !== null && (
        <div className={styles.trouble}>
          <ErrorNote error={shown.error} />
        </div>
      )}
      <div className={styles.rows} data-dense={dense || undefined}>
        <VirtualList
          ref={ref}
          kept={kept}
          label={t`Case files`}
          listed={listed}
          rowHeight={heights[dense ? 'dense' : 'comfortable'][searching ? 'found' : 'listed']}
          draw={draw}
          chosenId={place.name === 'cases' ? place.caseId : null}
          onOpen={onOpen}
          onLetter={onLetter}
          empty={shown.question === null ? null : <NothingFound question={shown.question} />}
        />
      </div>
    </>
  )
}

/** The rows that can be seen out of however many there are, and how many there are. A keystroke alone draws none of them. */
export const CaseRows = memo(Rows)
