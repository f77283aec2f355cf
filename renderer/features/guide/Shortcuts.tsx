import { useLingui } from '@lingui/react/macro'

import { shownKeys } from '../../app/commands/keys.ts'
import { commandGroups, useCommands } from '../../app/commands/registry.ts'
import { useGroupWords } from '../../app/commands/use-group-words.ts'
import { Kbd } from '../../components/Kbd.tsx'
import styles from './Guide.module.css'

/** The keys of every command on offer now, from where the program itself has them. */
export function Shortcuts() {
  const { t } = useLingui()
  const words = useGroupWords()
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
                  {keys.map((one) => (
                    <Kbd key={one} keys={shownKeys(one)} />
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        )
      })}
    </table>
  )
}
