import { useLingui } from '@lingui/react/macro'

import type { CallOutput } from '../../../electron/contract/index.ts'
import { useEnglishNote } from '../../i18n/use-english-note.ts'
import styles from './Fingerprint.module.css'

/** Number, day and four words of the last change, by which a person can notice that an older vault was put back (security rule 15). */
export function Fingerprint({ fingerprint }: { fingerprint: CallOutput<'vault.info'>['fingerprint'] }) {
  const { t, i18n } = useLingui()
  const { brief } = useEnglishNote()
  const number = i18n.number(fingerprint.changeNo)
  return (
    <p className={styles.line}>
      <span>{fingerprint.changeNo === 0 ? t`Nothing was changed yet` : t`No. ${number}`}</span>
      {fingerprint.at !== null && <span>{i18n.date(new Date(fingerprint.at), { dateStyle: 'long', timeStyle: 'short' })}</span>}
      <span className={styles.words} lang="en" translate="no">
        {fingerprint.words.join(' ')}
      </span>
      {brief !== '' && <span className={styles.note}>{brief}</span>}
    </p>
  )
}
