import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { Check, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'

import type { CallOutput } from '../../../electron/contract/index.ts'
import { call } from '../../api/client.ts'
import { IconButton } from '../../components/IconButton.tsx'
import { TextField } from '../../components/TextField.tsx'
import { useEnglishNote } from '../../i18n/use-english-note.ts'
import { completed, isCodeText, lastWord, onlyWord, partCards, wordCount, wordsOfCard } from './share-words.ts'
import styles from './ShareEntry.module.css'
import { useCardWords } from './use-card-words.ts'

type Read = CallOutput<'keys.readShares'>['read'][number]
export type EnteredCard = { number: number; text: string }

type Props = {
  /** Cards that could be read, in the order in which they were entered. */
  cards: readonly EnteredCard[]
  onChange: (cards: readonly EnteredCard[]) => void
  /** Told whenever it changes whether there are as many cards as their set needs. */
  onEnough: (enough: boolean) => void
  autoFocus?: boolean
}

/** Milliseconds after the last key before what stands there is looked at. */
const patience = 120

/** Recovery cards, one after the other: each is read as it is typed or pasted, and what is wrong with it said at once. */
export function ShareEntry({ cards, onChange, onEnough, autoFocus = false }: Props) {
  const { t, i18n } = useLingui()
  const words = useCardWords()
  const { typing } = useEnglishNote()
  const [typed, setTyped] = useState('')
  const [read, setRead] = useState<Read | null>(null)
  const [needed, setNeeded] = useState<number | null>(null)
  const [said, setSaid] = useState('')
  const asked = useRef(0)

  const enough = needed !== null && cards.length >= needed
  const tellEnough = useRef(onEnough)
  tellEnough.current = onEnough
  useEffect(() => tellEnough.current(enough), [enough])

  useEffect(() => {
    const number = ++asked.current
    if (typed.trim() === '') {
      setRead(null)
      return undefined
    }
    const timer = setTimeout(() => {
      const parts = partCards(typed)
      void call('keys.readShares', { shares: [...cards.map(({ text }) => text), ...parts].slice(0, 9) }).then((answer) => {
        // What was typed since makes another question of it.
        if (number !== asked.current || !answer.ok) return
        const found = answer.value.read.slice(cards.length)
        if (answer.value.needed !== null) setNeeded(answer.value.needed)
        const good = found.flatMap((one, index) => (one.state === 'ok' ? [{ number: one.number ?? 0, text: parts[index] ?? '' }] : []))
        const rest = parts.filter((_, index) => found[index]?.state !== 'ok')
        setRead(found.find((one) => one.state !== 'ok') ?? null)
        if (good.length === 0) return
        setTyped(rest.join('\n\n'))
        onChange([...cards, ...good])
        const last = i18n.number(good.at(-1)?.number ?? 0)
        const missing = (answer.value.needed ?? 0) - cards.length - good.length
        setSaid(
          missing > 0
            ? t`Card ${last} is read. ${plural(missing, { one: '# more card is needed.', other: '# more cards are needed.' })}`
            : t`Card ${last} is read. That is enough.`,
        )
      })
    }, patience)
    return () => clearTimeout(timer)
  }, [typed, cards, onChange, i18n, t])

  const entry = useRef<HTMLDivElement>(null)
  const remove = (index: number) => {
    onChange(cards.filter((_, at) => at !== index))
    setSaid('')
    // The button goes with its card.
    entry.current?.querySelector('textarea')?.focus()
  }
  const about = useAbout(typed, read, words)
  const missing = needed === null ? null : needed - cards.length

  return (
    <div className={styles.entry} ref={entry}>
      {cards.length > 0 && (
        <ul className={styles.cards} aria-label={t`Cards that are read`}>
          {cards.map(({ number, text }, index) => (
            <li key={text} className={styles.card}>
              <Check className={styles.check} size={16} aria-hidden />
              <span>{t`Card ${i18n.number(number)}`}</span>
              <IconButton label={t`Take card ${i18n.number(number)} away`} onPress={() => remove(index)}>
                <X size={14} aria-hidden />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      {/* It stays when there is enough, so that the focus stays where it is. */}
      <TextField
        label={cards.length === 0 ? t`The words of a card` : enough ? t`The words of a further card` : t`The words of the next card`}
        value={typed}
        onChange={(next) => setTyped(completed(typed, next, words))}
        rows={4}
        large
        verbatim
        maxLength={1000}
        autoFocus={autoFocus}
        said={about.words}
        tone={about.tone}
      />
      <p className={styles.count}>
        {missing === null
          ? `${t`In the order of their numbers, or pasted. The first four letters of a word and a space are enough.`} ${typing}`
          : missing > 0
            ? t`${plural(missing, { one: '# more card of this set is needed.', other: '# more cards of this set are needed.' })}`
            : t`There are enough cards.`}
      </p>
      <span className="visually-hidden" role="status">
        {said}
      </span>
    </div>
  )
}

/** What is to be said of the card that is being typed: nothing is called wrong while it may still come right. */
function useAbout(typed: string, read: Read | null, words: readonly string[]): { words: string; tone: 'quiet' | 'wrong' } {
  const { t, i18n } = useLingui()
  if (typed.trim() === '') return { words: '', tone: 'quiet' }
  const number = i18n.number(read?.number ?? 0)
  const count = wordCount(typed)
  const last = lastWord(typed)
  switch (read?.state) {
    case 'duplicate':
      return { words: t`This is card ${number} again. Take another one of the set.`, tone: 'wrong' }
    case 'other_set':
      return { words: t`Card ${number} is of another set, ${read.setId ?? ''}. Cards of two sets don’t go together.`, tone: 'wrong' }
    case 'mistyped': {
      if (isCodeText(typed)) return { words: t`The code is not whole, or mistyped.`, tone: 'wrong' }
      // The word at the end is not finished yet.
      if (read.word !== undefined && !(read.word === count && words.some((word) => last !== '' && word.startsWith(last.toLowerCase()))))
        return { words: t`Word ${i18n.number(read.word)} is mistyped: no card has such a word.`, tone: 'wrong' }
      if (read.word === undefined && count === wordsOfCard)
        return { words: t`All words are known, but one is not this card’s, or two changed places. Compare each.`, tone: 'wrong' }
      break
    }
    case undefined:
    case 'ok':
    case 'unreadable':
  }
  const meant = last.length < 2 ? null : onlyWord(last, words)
  if (meant !== null && meant !== last.toLowerCase()) return { words: t`A space makes it “${meant}”.`, tone: 'quiet' }
  const known = i18n.number(count)
  const all = i18n.number(wordsOfCard)
  if (count > wordsOfCard) return { words: t`${known} words: a card has ${all}.`, tone: 'wrong' }
  return { words: t`${known} of ${all} words.`, tone: 'quiet' }
}
