import { useLingui } from '@lingui/react/macro'
import type { MouseEvent, ReactNode } from 'react'

import { stripMarks } from '../../../../electron/domain/marks.ts'
import { useCaseView } from '../case-context.ts'
import { placeOf } from '../saving/field-key.ts'
import { useRefusalWords } from '../saving/use-refusal-words.ts'
import type { FieldOfCase } from '../use-field.ts'
import styles from './FieldNotice.module.css'
import { editTrigger } from './open-neighbour.ts'

/** What stands under a field whose text is not a change of the vault yet, with the ways out. */
export function FieldNotice({ field }: { field: FieldOfCase }) {
  const { t, i18n } = useLingui()
  const { saver } = useCaseView()
  const refusalWords = useRefusalWords()
  const { entry, key, discarded } = field
  const place = placeOf(key)
  if (place === null) return null
  const keep = <Action onPress={() => void saver.keep(key)}>{t`Keep`}</Action>
  const discard = <Action onPress={field.discard}>{t`Discard`}</Action>
  if (entry === undefined) {
    if (discarded === undefined) return null
    const words = shortly(stripMarks(discarded.text))
    return (
      <p className={`${styles.notice} ${styles.quiet}`} role="status">
        <span className={styles.given}>{words === '' ? t`It was not emptied.` : t`Discarded: ${words}`}</span>
        <Action onPress={() => void saver.takeBack(key)}>{t`Undo`}</Action>
      </p>
    )
  }
  if (entry.state === 'restored') {
    const when = entry.typedAt === null ? '' : i18n.date(new Date(entry.typedAt), { dateStyle: 'medium', timeStyle: 'short' })
    return (
      <p className={styles.notice} role="status">
        <span>{t`Not saved yet: typed ${when}, before the vault was locked.`}</span>
        {keep}
        {discard}
      </p>
    )
  }
  if (entry.state === 'conflict') {
    const theirs = field.original === '' ? t`nothing` : stripMarks(field.original)
    return (
      <p className={styles.notice} role="alert">
        <span>
          {t`This was changed meanwhile. The vault has:`} <q dir="auto">{theirs}</q>
        </span>
        <Action onPress={() => void saver.keep(key, saver.revisionOf(place.table, place.id))}>{t`Save mine`}</Action>
        <Action onPress={field.discard}>{t`Use what the vault has`}</Action>
      </p>
    )
  }
  if (entry.state !== 'refused' && entry.state !== 'failed') return null
  return (
    <p className={styles.notice} role="alert">
      <span>{t`Not saved: ${refusalWords(entry.error, field)}.`}</span>
      {entry.state === 'failed' && <Action onPress={() => void saver.keep(key)}>{t`Try again`}</Action>}
      {discard}
    </p>
  )
}

/** A way out of the notice. It goes with the notice, so the field that it stands under takes the focus. */
function Action({ onPress, children }: { onPress: () => void; children: ReactNode }) {
  const press = (event: MouseEvent<HTMLElement>) => {
    const field = event.currentTarget.closest('[data-field]')
    onPress()
    requestAnimationFrame(() => field?.querySelector<HTMLElement>(`[${editTrigger}]`)?.focus())
  }
  return (
    <button type="button" className={styles.action} onClick={press}>
      {children}
    </button>
  )
}

const most = 80
const shortly = (text: string): string => (text.length <= most ? text : `… ${text.slice(text.indexOf(' ', text.length - most) + 1)}`)
