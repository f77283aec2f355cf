import { useLingui } from '@lingui/react/macro'
import { Label, ProgressBar as AriaProgressBar } from 'react-aria-components'

import { Button } from './Button.tsx'
import styles from './ProgressBar.module.css'

type Props = {
  /** What is being done. */
  label: string
  /** 0 to 1; null while nobody can tell. */
  done: number | null
  /** How far it is in words, for example so many of so many; without it a percentage stands there. */
  said?: string
  onCancel?: () => void
}

/** How far something is that takes a while. */
export function ProgressBar({ label, done, said, onCancel }: Props) {
  const { t, i18n } = useLingui()
  const words = said ?? (done === null ? '' : i18n.number(done, { style: 'percent', maximumFractionDigits: 0 }))
  return (
    <div className={styles.row}>
      <AriaProgressBar
        className={styles.progress}
        value={(done ?? 0) * 100}
        isIndeterminate={done === null}
        {...(words !== '' && { valueLabel: words })}
      >
        {({ percentage, isIndeterminate }) => (
          <>
            <Label className={styles.label}>{label}</Label>
            <span className={styles.said}>{words}</span>
            <span className={styles.track}>
              <span
                className={isIndeterminate ? `${styles.fill} ${styles.unknown}` : styles.fill}
                style={isIndeterminate ? {} : { inlineSize: `${String(percentage ?? 0)}%` }}
              />
            </span>
          </>
        )}
      </AriaProgressBar>
      {onCancel !== undefined && <Button onPress={onCancel}>{t`Stop`}</Button>}
    </div>
  )
}
