import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { Plus, X } from 'lucide-react'
import { useRef } from 'react'

import { Button } from '../../../components/Button.tsx'
import { IconButton } from '../../../components/IconButton.tsx'
import { focusName } from '../intake-focus.ts'
import { mostTogether, type TogetherPerson } from '../pasted-people.ts'
import { readBirth } from '../read-intake-date.ts'
import styles from './TogetherTable.module.css'
import type { QuestionProps } from './WhoQuestion.tsx'

/** Several people of one arrest, each line as it was understood and open to correction. */
export function TogetherTable({ form, change, language, today, wrong }: QuestionProps & { wrong: string | null }) {
  const { t } = useLingui()
  const people = form.together
  const table = useRef<HTMLTableElement>(null)
  const set = (at: number, part: Partial<TogetherPerson>) =>
    change({ together: people.map((person, index) => (index === at ? { ...person, ...part } : person)) })
  const one = () => {
    const [first] = people
    const rest = people.slice(1).map(({ name, birth, note }) => [name, birth, note].filter((part) => part !== '').join(', '))
    // Nothing of what was pasted is lost: the others stand in the notes.
    change({
      together: [],
      name: first?.name ?? '',
      birth: first?.birth ?? '',
      distinguishing: first === undefined || first.note.length > 500 ? form.distinguishing : first.note,
      notes: [form.notes, first !== undefined && first.note.length > 500 ? first.note : '', ...rest]
        .filter((part) => part.trim() !== '')
        .join('\n'),
    })
    requestAnimationFrame(focusName)
  }
  const remove = (at: number) => {
    change({ together: people.toSpliced(at, 1) })
    requestAnimationFrame(focusName)
  }
  const add = () => {
    change({ together: [...people, { name: '', birth: '', note: '' }] })
    requestAnimationFrame(() => table.current?.querySelector<HTMLElement>('tr:last-child input')?.focus())
  }
  return (
    <div className={styles.together}>
      <p className={styles.lead} role="status">
        <strong>{t`${plural(people.length, { one: '# person.', other: '# people taken together: # case files.' })}`}</strong>{' '}
        {t`What is written below about the arrest, the place and the source goes into each of them.`}
      </p>
      <table className={styles.table} ref={table}>
        <thead>
          <tr>
            <th scope="col">{t`Name, or what is known`}</th>
            <th scope="col">{t`Born, or age`}</th>
            <th scope="col">{t`To tell apart`}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {people.map((person, at) => (
            // A line has nothing but its place to be known by.
            <tr key={at}>
              <td>
                <Cell label={t`Name in line ${at + 1}`} value={person.name} most={300} onChange={(name) => set(at, { name })} />
              </td>
              <td>
                <Cell label={t`Birth in line ${at + 1}`} value={person.birth} most={200} onChange={(birth) => set(at, { birth })} />
                <Understood birth={person.birth} read={(text) => readBirth(text, language, today)?.words ?? null} />
              </td>
              <td>
                <Cell label={t`Note in line ${at + 1}`} value={person.note} most={2000} onChange={(note) => set(at, { note })} />
              </td>
              <td>
                <IconButton label={t`Leave out line ${at + 1}`} onPress={() => remove(at)}>
                  <X size={14} aria-hidden />
                </IconButton>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {wrong !== null && <p className={styles.wrong}>{wrong}</p>}
      <p className={styles.ways}>
        <Button
          kind="quiet"
          icon={<Plus size={14} aria-hidden />}
          isDisabled={people.length >= mostTogether}
          onPress={add}
        >{t`One more person`}</Button>
        <Button kind="quiet" onPress={one}>{t`One person after all`}</Button>
      </p>
    </div>
  )
}

type CellProps = { label: string; value: string; most: number; onChange: (value: string) => void }

function Cell({ label, value, most, onChange }: CellProps) {
  return (
    <input
      className={styles.cell}
      aria-label={label}
      {...(value !== '' && { dir: 'auto' })}
      value={value}
      maxLength={most}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

function Understood({ birth, read }: { birth: string; read: (text: string) => string | null }) {
  const { t } = useLingui()
  if (birth.trim() === '') return null
  const words = read(birth)
  return <span className={words === null ? styles.doubt : styles.understood}>{words ?? t`goes into the notes as said`}</span>
}
