import { useLingui } from '@lingui/react/macro'

import styles from './CitationMark.module.css'

type Props = { number: number; current?: boolean; onOpen?: () => void }

/** A small number, one step from its source. */
export function CitationMark({ number, current = false, onOpen }: Props) {
  const { t } = useLingui()
  if (onOpen === undefined) return <span className={styles.mark}>{number}</span>
  return (
    <button type="button" className={styles.mark} aria-label={t`Source ${number}`} aria-pressed={current} onClick={onOpen}>
      {number}
    </button>
  )
}
