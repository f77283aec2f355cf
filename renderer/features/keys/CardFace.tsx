import { useLingui } from '@lingui/react/macro'

import { useEnglishNote } from '../../i18n/use-english-note.ts'
import styles from './CardFace.module.css'
import { QrCode } from './QrCode.tsx'

export type Card = {
  number: number
  total: number
  needed: number
  setId: string
  vaultNumber: string
  words: readonly string[]
  text: string
}

/** One recovery card as it is to be copied: what it belongs to, its words in their order, and the same as a code. */
export function CardFace({ card }: { card: Card }) {
  const { t, i18n } = useLingui()
  const english = useEnglishNote()
  const number = i18n.number(card.number)
  const total = i18n.number(card.total)
  const needed = i18n.number(card.needed)
  return (
    <section className={styles.card} aria-label={t`Recovery card ${number} of ${total}`}>
      <header className={styles.head}>
        <div>
          <h3 className={styles.title}>{t`Recovery card ${number} of ${total}`}</h3>
          <p className={styles.any}>{t`Any ${needed} of these ${total} cards together open the vault.`}</p>
          {english.copying !== '' && <p className={styles.any}>{english.copying}</p>}
          <dl className={styles.facts}>
            <dt>{t`Vault`}</dt>
            <dd translate="no">{card.vaultNumber}</dd>
            <dt>{t`Set of cards`}</dt>
            <dd translate="no">{card.setId}</dd>
          </dl>
        </div>
        <QrCode text={card.text} label={t`The same words as a code for a reader of QR codes`} />
      </header>
      {/* The words are of one language and run its way, whatever the page's. */}
      <ol className={styles.words} lang="en" dir="ltr" translate="no">
        {card.words.map((word, index) => (
          <li key={index}>
            <span className={styles.number} aria-hidden>
              {index + 1}
            </span>
            {word}
          </li>
        ))}
      </ol>
    </section>
  )
}
