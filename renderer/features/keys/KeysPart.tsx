import { useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'

import { keyOf, useCall } from '../../api/hooks.ts'
import { Button } from '../../components/Button.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { Note } from '../../components/Note.tsx'
import { Panel } from '../../components/Panel.tsx'
import { GuideLink } from '../guide/GuideLink.tsx'
import { AddColleague } from './AddColleague.tsx'
import { KeyRow } from './KeyRow.tsx'
import styles from './Keys.module.css'
import { MakeCards } from './MakeCards.tsx'
import { MakeCode } from './MakeCode.tsx'
import { Rekey } from './Rekey.tsx'
import { RevokeKey } from './RevokeKey.tsx'
import { takeWanted } from './show-keys.ts'
import { TryKey } from './TryKey.tsx'
import { useSlotWords } from './use-slot-words.ts'

/** What is being done; the one thing at a time for which a secret may be asked. */
type Doing = { what: 'add' | 'code' | 'cards' | 'rekey' } | { what: 'try' | 'revoke'; id: string }

/** What opens the vault, and how each of these is made, tried and withdrawn. */
export function KeysPart() {
  const { t, i18n } = useLingui()
  const cache = useQueryClient()
  const slotWords = useSlotWords()
  const { data, error } = useCall('keys.list', {})
  const info = useCall('vault.info', {})
  const [doing, setDoing] = useState<Doing | null>(null)
  /** What was done last: its button has the focus back, unless it has gone. */
  const [last, setLast] = useState<Doing | null>(null)
  const [said, setSaid] = useState('')
  const status = useRef<HTMLParagraphElement>(null)

  const slots = data?.slots ?? []
  // The rest of the settings stands above; whoever was sent here begins here.
  const part = useRef<HTMLDivElement>(null)
  const isHere = data !== undefined
  useEffect(() => {
    if (!isHere || !takeWanted()) return
    part.current?.scrollIntoView({ block: 'start' })
    part.current?.focus()
  }, [isHere])

  const lastGone = last !== null && 'id' in last && doing === null && !slots.some(({ id }) => id === last.id)
  useEffect(() => {
    if (!lastGone) return
    status.current?.focus({ preventScroll: true })
    // What the key that went still opens is said at the head of the part.
    status.current?.closest('section')?.scrollIntoView({ block: 'start' })
  }, [lastGone])

  const begin = (next: Doing) => {
    setSaid('')
    setLast(null)
    setDoing(next)
  }
  const cancel = () => {
    setLast(doing)
    setDoing(null)
    void cache.invalidateQueries({ queryKey: keyOf('keys.list', {}) })
  }
  const done = (words: string) => {
    setSaid(words)
    cancel()
  }
  if (error !== null) return <ErrorNote error={error.failure} />
  if (data === undefined) return null
  const readOnly = info.data?.readOnly === true
  const wasLast = (what: Doing['what'], id?: string) => last?.what === what && (id === undefined || ('id' in last && last.id === id))
  const rest = { onDone: done, onCancel: cancel }
  const titles = {
    add: t`Add a colleague’s passphrase`,
    code: t`Make a recovery code`,
    cards: t`Make recovery cards`,
    rekey: t`Make a new key for the vault`,
  } as const
  const idle = doing === null && !readOnly
  const safe = slots.some(({ kind, tried }) => kind !== 'passphrase' && tried)

  return (
    <Panel title={t({ context: 'vault', message: 'Keys' })} tools={<GuideLink chapter="keys" />}>
      <div className={styles.part} ref={part} tabIndex={-1}>
        <p className={styles.lead}>{t`Each of these opens the vault by itself; cards of one set, together.`}</p>
        {data.olderKeys && (
          <Note
            tone="warning"
            title={t`A key that was revoked or replaced still opens older copies of the vault`}
            {...(idle && {
              actions: (
                <Button onPress={() => begin({ what: 'rekey' })} autoFocus={wasLast('rekey')}>
                  {t`Make a new key for the vault…`}
                </Button>
              ),
            })}
          >
            <p>
              {t`Such a copy is every backup, and every copy of the vault’s folder, made since ${i18n.date(new Date(data.keyMadeAt), { dateStyle: 'long' })}. Whoever has one and that key can open the vault with its help, also as it is today. A new key for the vault ends that.`}
            </p>
          </Note>
        )}
        {!safe && slots.length > 0 && doing === null && (
          <Note title={t`If the passphrase is forgotten, all of it is lost`}>
            <p>
              {slots.some(({ kind }) => kind !== 'passphrase')
                ? t`Try what you have on paper: until then nobody knows whether it opens the vault.`
                : t`Make a recovery code or recovery cards, and try them: then paper opens the vault when nobody knows a passphrase any more.`}
            </p>
          </Note>
        )}
        <ul className={styles.keys}>
          {slots.map((slot) => (
            <KeyRow
              key={slot.id}
              slot={slot}
              actions={
                idle
                  ? {
                      try: () => begin({ what: 'try', id: slot.id }),
                      revoke: slot.own || slots.length === 1 ? null : () => begin({ what: 'revoke', id: slot.id }),
                      focus: wasLast('try', slot.id) ? 'try' : wasLast('revoke', slot.id) ? 'revoke' : null,
                    }
                  : null
              }
            >
              {doing !== null && 'id' in doing && doing.id === slot.id && (
                <>
                  {doing.what === 'try' && <TryKey slot={slot} title={t`Try: ${slotWords(slot)}`} {...rest} />}
                  {doing.what === 'revoke' && <RevokeKey slot={slot} title={t`Revoke: ${slotWords(slot)}`} {...rest} />}
                </>
              )}
            </KeyRow>
          ))}
        </ul>
        <p role="status" className={said === '' ? undefined : styles.said} ref={status} tabIndex={-1}>
          {said}
        </p>
        {doing?.what === 'add' && <AddColleague title={titles.add} {...rest} />}
        {doing?.what === 'code' && <MakeCode title={titles.code} {...rest} />}
        {doing?.what === 'cards' && <MakeCards title={titles.cards} {...rest} />}
        {doing?.what === 'rekey' && <Rekey title={titles.rekey} slots={slots} {...rest} />}
        {idle && (
          <div className={styles.row}>
            <Button onPress={() => begin({ what: 'cards' })} autoFocus={wasLast('cards')}>{t`Make recovery cards…`}</Button>
            <Button onPress={() => begin({ what: 'code' })} autoFocus={wasLast('code')}>{t`Make a recovery code…`}</Button>
            <Button onPress={() => begin({ what: 'add' })} autoFocus={wasLast('add')}>{t`Add a colleague’s passphrase…`}</Button>
            {!data.olderKeys && (
              <Button onPress={() => begin({ what: 'rekey' })} autoFocus={wasLast('rekey')}>{t`Make a new key for the vault…`}</Button>
            )}
          </div>
        )}
        {readOnly && <p className={styles.quiet}>{t`Opened for reading only: nothing can be changed here.`}</p>}
      </div>
    </Panel>
  )
}
