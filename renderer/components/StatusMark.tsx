import styles from './StatusMark.module.css'

type Group = 'held' | 'unknown' | 'free' | 'ended'

/** A dot beside a status's words, whose shape says as much as its colour: hollow where nobody knows, a bar where it ended. */
export function StatusMark({ group }: { group: Group }) {
  return <span className={`${styles.mark} ${styles[group]}`} aria-hidden />
}
