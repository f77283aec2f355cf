import { useLingui } from '@lingui/react/macro'

import { shownKeys } from '../../app/commands/keys.ts'
import { commandGroups, useCommands } from '../../app/commands/registry.ts'
import { useGroupWords } from '../../app/commands/use-group-words.ts'
import { useTypingKeys } from '../../components/use-typing-keys.ts'
import { KeyChoices } from '../../components/Kbd.tsx'
import styles from './Guide.module.css'

/** The keys of every command on offer now, from where the program itself has them. */
export function Shortcuts() {
  const { t } = useLingui()
  const words = useGroupWords()
  const typing = useTypingKeys()
  // One key for each tab would fill a page and teach nothing.
  const commands = useCommands().filter(({ id, keys }) => (keys?.length ?? 0) > 0 && !/^tabs\.[2-9]$/.test(id))
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t`What it does`}</th>
          <th scope="col">{t`Keys`}</th>
        </tr>
      </thead>
      {commandGroups.map((group) => {
        const listed = commands.filter((command) => (command.group ?? 'case') === group)
        return listed.length === 0 ? null : (
          <tbody key={group}>
            <tr>
              <th scope="rowgroup" colSpan={2} className={styles.group}>
                {words[group]}
              </th>
            </tr>
            {listed.map(({ id, label, keys = [] }) => (
              <tr key={id}>
                <th scope="row">{label}</th>
                <td className={styles.keyCells}>
                  <KeyChoices choices={keys.map(shownKeys)} />
                </td>
              </tr>
            ))}
          </tbody>
        )
      })}
      <tbody>
        <tr>
          <th scope="rowgroup" colSpan={2} className={styles.group}>{t`While typing and reading`}</th>
        </tr>
        {typing.map(({ label, keys }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td className={styles.keyCells}>
              <KeyChoices choices={keys} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
