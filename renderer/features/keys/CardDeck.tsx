import { useLingui } from '@lingui/react/macro'
import { useEffect, useRef, useState } from 'react'

import type { RecoveryCard } from '../../../electron/contract/index.ts'
import { useCommand } from '../../api/hooks.ts'
import { Button } from '../../components/Button.tsx'
import { ErrorNote } from '../../components/ErrorNote.tsx'
import { useLanguage } from '../../i18n/use-language.ts'
import { CardFace } from './CardFace.tsx'
import styles from './Keys.module.css'
import { useInSight } from './use-in-sight.ts'

type Props = { title: string; cards: readonly RecoveryCard[]; onDone: () => void }

/** The cards that were just made, one after the other: to be copied by hand, or saved to be printed. They are shown this once. */
export function CardDeck({ title, cards, onDone }: Props) {
  const { t, i18n } = useLingui()
  const language = useLanguage()
  const [at, setAt] = useState(0)
  const [seen, setSeen] = useState(1)
  const [saved, setSaved] = useState<string | null>(null)
  const save = useCommand('cards.save')
  const step = useInSight<HTMLElement>()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const card = cards[at]
  if (card === undefined) return null
  const { vaultNumber, setId, needed, total } = card
  const number = i18n.number(at + 1)
  const count = i18n.number(cards.length)
  /** What was never shown or saved can't be on paper. */
  const kept = seen === cards.length || saved !== null

  const show = (next: number) => {
    setAt(next)
    setSeen(Math.max(seen, next + 1))
  }
  const onSave = async () => {
    if (save.busy) return
    setSaved(null)
    const answer = await save.run({
      language,
      set: { vaultNumber, setId, needed, total, cards: cards.map(({ number: own, words, text }) => ({ number: own, words, text })) },
    })
    if (answer.ok && answer.value !== null) setSaved(answer.value.name)
  }

  return (
    <section className={styles.form} data-wide aria-label={title} ref={step}>
      <h3 className={styles.formTitle} ref={heading} tabIndex={-1}>{t`Copy or print these cards now`}</h3>
      <p className={styles.lead}>{t`They are shown this once and stand nowhere else. They name the vault by its number, and no person.`}</p>
      {/* Above the card, so that they stay where they are from card to card, and the card's head in sight with them. */}
      <div className={styles.row}>
        <Button atEnd={at === 0} onPress={() => show(at - 1)}>{t`Previous card`}</Button>
        <Button atEnd={at === cards.length - 1} onPress={() => show(at + 1)}>{t`Next card`}</Button>
        <span role="status" className={styles.quiet}>
          {t`Card ${number} of ${count}`}
        </span>
      </div>
      <CardFace card={card} />
      <div className={styles.file}>
        <p>
          {t`As a file, all cards stand on one disk together, and the PDF is not encrypted: print it, delete it, and empty the computer’s own bin. A memory stick that is destroyed afterwards is better than this computer’s disk.`}
        </p>
        <div className={styles.row}>
          <Button onPress={() => void onSave()} busy={save.busy}>
            {save.busy ? t`Saving…` : t`Save all cards as PDF…`}
          </Button>
          <span role="status" className={styles.quiet}>
            {saved !== null && (
              <>
                {t`Saved outside the vault as`} <bdi>{saved}</bdi>
              </>
            )}
          </span>
        </div>
        {save.error !== null && save.error.code !== 'cancelled' && <ErrorNote error={save.error} />}
      </div>
      <div className={styles.row}>
        <Button kind="primary" isDisabled={!kept} onPress={onDone}>{t`I have all of them on paper`}</Button>
        {!kept && <span className={styles.quiet}>{t`First look at every card, or save them all.`}</span>}
      </div>
    </section>
  )
}
