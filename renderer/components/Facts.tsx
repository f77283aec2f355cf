import styles from './Facts.module.css'

type Props = {
  /** The ones that say most stand first; empty ones are left out. */
  facts: readonly string[]
}

/** A few facts on one line with dots between them. Each is cut at its own end, whichever way it is written, the last ones first. */
export function Facts({ facts }: Props) {
  return (
    <span className={styles.facts}>
      {facts
        .filter((fact) => fact !== '')
        .map((fact, index) => (
          // A fact has nothing but its place to be known by.
          <span key={index} className={styles.fact}>
            {index > 0 && <span className={styles.dot}> · </span>}
            <bdi className={styles.words} data-cuts>
              {fact}
            </bdi>
          </span>
        ))}
    </span>
  )
}
