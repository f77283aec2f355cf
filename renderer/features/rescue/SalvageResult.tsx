import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'

import type { SalvageList } from '../../../electron/contract/index.ts'
import { useCommand } from '../../api/hooks.ts'
import { Button } from '../../components/Button.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Note } from '../../components/Note.tsx'
import type { ChosenPlace } from '../vault/LockScreen.tsx'
import { WorkProgress } from '../vault/WorkProgress.tsx'
import styles from './RecoveryScreen.module.css'
import { tablesOfRecords, tableWords } from './table-words.ts'

type Props = { report: SalvageList; place: ChosenPlace; passphrase: string; onOpened: () => void; onPlace: () => void; onBack: () => void }

const countByTable = (names: readonly { table: string }[]): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const { table } of names) counts.set(table, (counts.get(table) ?? 0) + 1)
  return counts
}

/** What was saved, and what was not, by table. The list itself names records by their ids alone. */
export function SalvageResult({ report, place, passphrase, onOpened, onPlace, onBack }: Props) {
  const { t, i18n } = useLingui()
  const unlock = useCommand('vault.unlock')
  const save = useCommand('rescue.saveList')
  const open = async () => {
    const answer = await unlock.run({ place: place.place, passphrase })
    if (answer.ok) onOpened()
    else onPlace()
  }
  const named = (table: string): string => {
    const words = tableWords(table)
    return words === null ? table : i18n._(words)
  }
  const { lost, unlike, placeholders, pages, saved, mayBeLost, incompleteChanges } = report
  const lostByTable = countByTable(lost.listed)
  // The vault's own title is no record that anything refers to.
  const empty = placeholders.count - placeholders.listed.filter(({ table }) => table === 'vault_settings').length
  const tables = tablesOfRecords.filter(
    (table) => (saved[table] ?? 0) > 0 || (lostByTable.get(table) ?? 0) > 0 || (mayBeLost[table] ?? 0) > 0,
  )
  const nothingLost = lost.count === 0 && Object.keys(mayBeLost).length === 0 && unlike.count === 0 && report.proven
  const caseFiles = (saved['case_files'] ?? 0) - placeholders.listed.filter(({ table }) => table === 'case_files').length
  return (
    <section className={styles.screen}>
      <Note
        tone={nothingLost ? 'good' : 'warning'}
        alert
        title={t`${plural(caseFiles, { one: '# case file was saved.', other: '# case files were saved.' })}`}
      >
        <p>
          {t`The new vault is called “${place.name}” and opens with the same passphrases.`}{' '}
          {nothingLost
            ? t`Everything that the damaged vault knew of was readable.`
            : lost.count === 0
              ? t`No record is known to be lost; what can’t be told for sure is said below.`
              : t`${plural(lost.count, { one: '# record could not be read.', other: '# records could not be read.' })}`}
        </p>
      </Note>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t`Records`}</th>
            <th scope="col">{t`Saved`}</th>
            <th scope="col">{t`Not readable`}</th>
          </tr>
        </thead>
        <tbody>
          {tables.map((table) => (
            <tr key={table}>
              <th scope="row">{named(table)}</th>
              <td>{i18n.number((saved[table] ?? 0) - placeholders.listed.filter((one) => one.table === table).length)}</td>
              <td>{i18n.number(lostByTable.get(table) ?? 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <ul className={styles.findings}>
        {empty > 0 && (
          <li>
            {t`${plural(empty, {
              one: '# empty record stands where a lost one was referred to. Its reference begins with “LOST”.',
              other: '# empty records stand where lost ones were referred to. References of such case files begin with “LOST”.',
            })}`}
          </li>
        )}
        {unlike.count > 0 && (
          <li>{t`${plural(unlike.count, { one: '# record is not as it was written: compare it with your papers.', other: '# records are not as they were written: compare them with your papers.' })}`}</li>
        )}
        {incompleteChanges > 0 && (
          <li>{t`${plural(incompleteChanges, { one: 'The history of # change is not whole.', other: 'The history of # changes is not whole.' })}`}</li>
        )}
        {!report.proven && (
          <li>{t`The beginning of the database was lost, so only records that could be checked one by one were taken.`}</li>
        )}
      </ul>
      {unlock.error !== null && <ErrorNote error={unlock.error} />}
      {save.error !== null && <ErrorNote error={save.error} />}
      {unlock.busy && <WorkProgress work="unlock" words={t`The search index is built anew.`} />}
      <div className={styles.foot}>
        <Button kind="primary" onPress={() => void open()} busy={unlock.busy} autoFocus>{t`Open the new vault`}</Button>
        {(lost.count > 0 || unlike.count > 0 || pages.damaged > 0) && (
          <Button
            onPress={() => void save.run({ lost: lost.listed, unlike: unlike.listed, pages: pages.listed })}
            busy={save.busy}
          >{t`Save the list…`}</Button>
        )}
        <Button onPress={onBack} isDisabled={unlock.busy}>{t`Back`}</Button>
      </div>
      <p className={styles.said}>{t`The list names records by their kind and number, never by what stood in them.`}</p>
    </section>
  )
}
