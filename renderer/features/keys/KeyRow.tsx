import { useLingui } from '@lingui/react/macro'
import { KeyRound, Layers, ScrollText, UserRound } from 'lucide-react'
import { useId, type ReactNode } from 'react'

import type { KeySlotRow } from '../../../electron/contract/index.ts'
import { Button } from '../../components/Button.tsx'
import { Tag } from '../../components/Tag.tsx'
import styles from './Keys.module.css'
import { useSlotWords } from './use-slot-words.ts'

type Props = {
  slot: KeySlotRow
  /** What can be done with it; null while something else is being done, or where nothing can be. */
  actions: { try: () => void; revoke: (() => void) | null; focus: 'try' | 'revoke' | null } | null
  /** What is being done with it. */
  children?: ReactNode
}

const icons = { passphrase: UserRound, recovery_code: ScrollText, recovery_shares: Layers } as const

/** One key: what it is, since when it is there, and whether anybody has seen it open the vault. */
export function KeyRow({ slot, actions, children }: Props) {
  const { t, i18n } = useLingui()
  const id = useId()
  const words = useSlotWords()(slot)
  const Icon = slot.own ? KeyRound : icons[slot.kind]
  const triedWords = {
    passphrase: [t({ context: 'passphrase', message: 'tried' }), t({ context: 'passphrase', message: 'not tried yet' })],
    recovery_code: [t({ context: 'recovery code', message: 'tried' }), t({ context: 'recovery code', message: 'not tried yet' })],
    recovery_shares: [t({ context: 'recovery cards', message: 'tried' }), t({ context: 'recovery cards', message: 'not tried yet' })],
  } as const
  const since = i18n.date(new Date(slot.createdAt), { dateStyle: 'long' })
  return (
    <li className={styles.key}>
      <div className={styles.keyLine}>
        <Icon className={styles.icon} size={18} aria-hidden />
        <div className={styles.what}>
          <h3 className={styles.keyTitle} id={`${id}title`} dir="auto">
            {words}
          </h3>
          <p className={styles.quiet}>
            {t({ context: 'key', message: `since ${since}` })}
            {slot.shares !== undefined && (
              <>
                {' · '}
                {t({ context: 'recovery cards', message: 'set' })} <span translate="no">{slot.shares.setId}</span>
              </>
            )}
          </p>
        </div>
        <Tag tone={slot.tried ? 'free' : 'unknown'}>{triedWords[slot.kind][slot.tried ? 0 : 1]}</Tag>
        {actions !== null && (!slot.own || actions.revoke !== null) && (
          <span className={styles.tools}>
            {!slot.own && (
              <Button
                kind="quiet"
                id={`${id}try`}
                aria-labelledby={`${id}try ${id}title`}
                autoFocus={actions.focus === 'try'}
                onPress={actions.try}
              >{t`Try…`}</Button>
            )}
            {actions.revoke !== null && (
              <Button
                kind="quiet"
                id={`${id}revoke`}
                aria-labelledby={`${id}revoke ${id}title`}
                autoFocus={actions.focus === 'revoke'}
                onPress={actions.revoke}
              >{t`Revoke…`}</Button>
            )}
          </span>
        )}
      </div>
      {children}
    </li>
  )
}
