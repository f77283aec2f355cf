import { useLingui } from '@lingui/react/macro'

import type { CallOutput } from '../../../electron/contract/index.ts'
import { Button } from '../../components/Button.tsx'
import { Facts } from '../../components/Facts.tsx'
import { Tag } from '../../components/Tag.tsx'
import { recordLabel } from '../case/field-labels.ts'
import styles from './BinView.module.css'
import { isRestorable } from './restore-calls.ts'

type Props = { entry: CallOutput<'bin.list'>['entries'][number]; onRestore: () => void; onErase: () => void }

/** One thing in the bin: what it is, since when and by whom. */
export function BinEntry({ entry, onRestore, onErase }: Props) {
  const { t, i18n } = useLingui()
  const when = i18n.date(new Date(entry.binnedAt), { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <>
      <div className={styles.what}>
        <span className={styles.line}>
          <bdi className={styles.label} title={entry.label} data-cuts>
            {entry.label}
          </bdi>
          <Tag>{i18n._(recordLabel(entry.table))}</Tag>
        </span>
        <span className={styles.about}>
          <Facts facts={[entry.detail ?? '', entry.binnedBy === null ? '' : t`removed by ${entry.binnedBy}`, when]} />
        </span>
      </div>
      {isRestorable(entry.table) && (
        <div className={styles.ways}>
          <Button aria-label={t`Restore ${entry.label}`} onPress={onRestore}>
            {t`Restore`}
          </Button>
          <Button kind="quietDanger" aria-label={t`Erase ${entry.label} for good`} onPress={onErase}>
            {t`Erase…`}
          </Button>
        </div>
      )}
    </>
  )
}
