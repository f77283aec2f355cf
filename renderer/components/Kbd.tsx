import { useLingui } from '@lingui/react/macro'

import styles from './Kbd.module.css'
import { keyNames } from './key-names.ts'

type Props = {
  /** Keys joined by +, where Mod is Ctrl, and ⌘ on a Mac: `Mod+Shift+C`, `F6`, `Esc`. */
  keys: string
}

/** The keys of a shortcut, as they are printed on keyboards of this machine and language. They read left to right in every language. */
export function Kbd({ keys }: Props) {
  const { t } = useLingui()
  const printed = {
    Shift: t({ context: 'key', message: 'Shift' }),
    Enter: t({ context: 'key', message: 'Enter' }),
    Esc: t({ context: 'key', message: 'Esc' }),
    Delete: t({ context: 'key', message: 'Del' }),
    PageUp: t({ context: 'key', message: 'PgUp' }),
    PageDown: t({ context: 'key', message: 'PgDn' }),
  }
  return (
    <kbd className={styles.keys} dir="ltr">
      {keyNames(keys, navigator.platform, printed).map((name) => (
        <kbd key={name} className={styles.key}>
          {name}
        </kbd>
      ))}
    </kbd>
  )
}

/** Keys of which each does the same. */
export function KeyChoices({ choices }: { choices: readonly string[] }) {
  const { t } = useLingui()
  return choices.map((keys, index) => (
    <span key={keys} className={styles.choice}>
      {index > 0 && <span className={styles.or}>{t({ context: 'keys', message: 'or' })}</span>}
      <Kbd keys={keys} />
    </span>
  ))
}
