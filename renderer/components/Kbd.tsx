import styles from './Kbd.module.css'
import { keyNames } from './key-names.ts'

type Props = {
  /** Keys joined by +, where Mod is Ctrl, and ⌘ on a Mac: `Mod+Shift+C`, `F6`, `Esc`. */
  keys: string
}

/** The keys of a shortcut, as they are printed on this machine's keyboard. They read left to right in every language. */
export function Kbd({ keys }: Props) {
  return (
    <kbd className={styles.keys} dir="ltr">
      {keyNames(keys, navigator.platform).map((name) => (
        <kbd key={name} className={styles.key}>
          {name}
        </kbd>
      ))}
    </kbd>
  )
}
