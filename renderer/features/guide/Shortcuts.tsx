import { useLingui } from '@lingui/react/macro'

import { useCommands } from '../../app/commands/registry.ts'
import styles from './Guide.module.css'
import { Keys } from './RichText.tsx'

const isApple = navigator.platform.startsWith('Mac')

const nameOf = (key: string): string => {
  const arrows: Readonly<Record<string, string>> = { ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓' }
  if (key === 'Mod') return isApple ? '⌘' : 'Ctrl'
  return arrows[key] ?? (key.length === 1 ? key.toUpperCase() : key)
}

/** The keys of every command on offer now, from where the program itself has them. */
export function Shortcuts() {
  const { t } = useLingui()
  const commands = useCommands().filter(({ keys }) => keys !== undefined && keys.length > 0)
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t`What it does`}</th>
          <th scope="col">{t`Keys`}</th>
        </tr>
      </thead>
      <tbody>
        {commands.map(({ id, label, keys = [] }) => (
          <tr key={id}>
            <th scope="row">{label}</th>
            <td>
              <Keys keys={(keys[0] ?? '').split('+').map(nameOf)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
