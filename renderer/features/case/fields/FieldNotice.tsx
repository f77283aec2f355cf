import { useLingui } from '@lingui/react/macro'

import { useCaseView } from '../case-context.ts'
import { placeOf } from '../saving/field-key.ts'
import { useRefusalWords } from '../saving/use-refusal-words.ts'
import type { FieldOfCase } from '../use-field.ts'
import styles from './FieldNotice.module.css'

/** What stands under a field whose text is not a change of the vault yet, with the ways out. */
export function FieldNotice({ field }: { field: FieldOfCase }) {
  const { t, i18n } = useLingui()
  const { saver } = useCaseView()
  const words = useRefusalWords()
  const { entry, key } = field
  const place = placeOf(key)
  if (entry === undefined || place === null) return null
  const discard = (
    <button type="button" className={styles.action} onClick={field.discard}>
      {t`Discard`}
    </button>
  )
  if (entry.state === 'restored') {
    const when = entry.typedAt === null ? '' : i18n.date(new Date(entry.typedAt), { dateStyle: 'medium', timeStyle: 'short' })
    return (
      <p className={styles.notice} role="status">
        <span>{t`Not saved yet: typed ${when}, before the vault was locked.`}</span>
        <button type="button" className={styles.action} onClick={() => void saver.keep(key)}>{t`Keep`}</button>
        {discard}
      </p>
    )
  }
  if (entry.state === 'conflict') {
    const theirs = field.original === '' ? t`nothing` : field.original
    return (
      <p className={styles.notice} role="alert">
        <span>
          {t`This was changed meanwhile. The vault has:`} <q dir="auto">{theirs}</q>
        </span>
        <button type="button" className={styles.action} onClick={() => void saver.keep(key, saver.revisionOf(place.table, place.id))}>{t`Save mine`}</button>
        <button type="button" className={styles.action} onClick={field.discard}>{t`Use what the vault has`}</button>
      </p>
    )
  }
  if (entry.state !== 'refused' && entry.state !== 'failed') return null
  return (
    <p className={styles.notice} role="alert">
      <span>{t`Not saved: ${words(entry.error, field)}.`}</span>
      {entry.state === 'failed' && <button type="button" className={styles.action} onClick={() => void saver.keep(key)}>{t`Try again`}</button>}
      {discard}
    </p>
  )
}
