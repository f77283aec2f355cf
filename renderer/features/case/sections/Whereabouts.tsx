import { useLingui } from '@lingui/react/macro'
import { TriangleAlert } from 'lucide-react'

import type { LedgerRow, RecordOutput } from '../../../../electron/contract/index.ts'
import { joined } from '../../../i18n/lists.ts'
import { useCaseView } from '../case-context.ts'
import { CaseField } from '../fields/CaseField.tsx'
import { FieldList } from '../fields/FieldList.tsx'
import { LedgerBar } from '../ledger/LedgerBar.tsx'
import { useLedgerWords } from '../ledger/use-ledger-words.ts'
import { AddRow } from '../rows/AddRow.tsx'
import { RowTools } from '../rows/RowTools.tsx'
import { Section } from './Section.tsx'
import section from './Section.module.css'
import styles from './Whereabouts.module.css'

type Note = RecordOutput<'whereabouts_notes'>

/** Where the person was, is, or is said to be: the ledger as a drawing and as a list in which it is edited. */
export function Whereabouts() {
  const { t } = useLingui()
  const { document } = useCaseView()
  const { ledger } = document.derived
  const notes = new Map(document.whereabouts.map((note) => [note.id, note]))
  const listed = new Set(ledger.map((entry) => entry.noteId))
  // A note that the ledger does not have yet (the document was read before it) must not vanish.
  const unlisted = [...notes.values()].filter((note) => !listed.has(note.id))
  return (
    <Section id="whereabouts" title={t`Whereabouts`}>
      <LedgerBar />
      {ledger.length === 0 && unlisted.length === 0 && (
        <p className={section.empty}>{t`No whereabouts noted. Note each place, and each stretch in which nobody could say.`}</p>
      )}
      <ol className={section.rows}>
        {ledger.map((entry, index) => {
          const note = entry.noteId === null ? undefined : notes.get(entry.noteId)
          if (note !== undefined) return <NoteRow key={note.id} note={note} entry={entry} />
          return entry.kind === 'gap' ? <GapRow key={`gap-${index}`} entry={entry} index={index} /> : null
        })}
        {unlisted.map((note) => (
          <NoteRow key={note.id} note={note} entry={null} />
        ))}
      </ol>
      <AddRow
        table="whereabouts_notes"
        parent={{ field: 'caseId', id: document.caseFile.id }}
        fields={['place', 'from', 'to']}
        words={t`Add whereabouts note`}
        hint={t`Leave the place empty where nobody knows it.`}
        mayBeEmpty
      />
    </Section>
  )
}

function GapRow({ entry, index }: { entry: LedgerRow; index: number }) {
  const { t } = useLingui()
  const words = useLedgerWords()
  const days = words.days(entry)
  return (
    <li className={styles.gap} data-gap={index} tabIndex={-1}>
      <TriangleAlert size={16} aria-hidden />
      <span>
        <strong>{days === null ? t`No confirmed whereabouts` : t`No confirmed whereabouts for ${days}`}</strong>{' '}
        <span className={styles.span}>{words.span(entry)}</span>
      </span>
    </li>
  )
}

function NoteRow({ note, entry }: { note: Note; entry: LedgerRow | null }) {
  const { t } = useLingui()
  const { document, language } = useCaseView()
  const words = useLedgerWords()
  const days = entry === null ? null : words.days(entry)
  const what = note.place ?? t`whereabouts note without a place`
  const others =
    entry === null
      ? []
      : document.whereabouts.filter((other) => entry.contradicts.includes(other.id)).map((other) => other.place ?? t`Place not known`)
  const plan = { table: 'whereabouts_notes', row: note } as const
  return (
    <li className={styles.note} data-row={note.id} data-kind={note.place === null ? 'unknown' : 'place'}>
      <div className={section.rowHead}>
        <div className={section.rowMain}>
          <CaseField plan={{ ...plan, field: 'place', layout: 'bare', namesRow: true }} emptyWords={t`Place not known`} />
        </div>
        {days !== null && <span className={styles.days}>{days}</span>}
        <RowTools table="whereabouts_notes" id={note.id} what={what} />
      </div>
      <div className={section.pair}>
        <CaseField plan={{ ...plan, field: 'from', layout: 'bare' }} emptyWords={t`from: not recorded`} />
        <span aria-hidden>–</span>
        <CaseField
          plan={{ ...plan, field: 'to', layout: 'bare' }}
          emptyWords={entry?.open === true ? t`until today` : t`until: not recorded`}
        />
        {entry?.kind === 'undated' && <span className={styles.days}>{t`not placed in time`}</span>}
      </div>
      {others.length > 0 && (
        <p className={styles.contradicts}>{t`The same days are also noted at another place: ${joined(language, others)}`}</p>
      )}
      <FieldList
        {...plan}
        whenFilled={[
          'confidence',
          'capture',
          'locationDisclosed',
          'contactFamily',
          'contactCounsel',
          'contactHumanitarian',
          'contactRights',
          'conditions',
          'reportedBy',
          'note',
        ]}
        inline={[
          'confidence',
          'capture',
          'locationDisclosed',
          'contactFamily',
          'contactCounsel',
          'contactHumanitarian',
          'contactRights',
          'reportedBy',
        ]}
        addWords={t`Add contact, conditions…`}
      />
    </li>
  )
}
