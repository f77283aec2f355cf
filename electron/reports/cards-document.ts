import { encode } from 'uqr'

import type { Language } from '../contract/index.ts'
import { cardWords } from './card-words.ts'

/** Recovery cards as the vault made them: what the page shows is what is set. */
export type CardsToSet = {
  language: Language
  vaultNumber: string
  setId: string
  needed: number
  total: number
  cards: readonly { number: number; words: readonly string[]; text: string }[]
}

/** What the template lays out: plain JSON whose strings are ready to be read. */
export type CardsDocument = {
  language: Language
  direction: 'ltr' | 'rtl'
  title: string
  cards: { title: string; words: string[]; code: string }[]
  facts: { label: string; value: string }[]
  anyOf: string
  words: { words: string; code: string; codeHint: string; whatToDo: string; steps: readonly string[]; file: string }
}

/** White modules that a reader of QR codes needs around the code (ISO/IEC 18004, 9.1). */
const quietZone = 4

/** A text as a QR code, drawn as one path in SVG: black modules on white, sharp at any size. */
export function qrAsSvg(text: string): string {
  const { size, data } = encode(text, { ecc: 'M', border: quietZone })
  const modules = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="#fff"/><path d="${modules}" fill="#000"/></svg>`
}

/** The sheets of a set of recovery cards, one a card. Nothing in it but the cards' own words, numbers and what to do with them. */
export function cardsDocument({ language, vaultNumber, setId, needed, total, cards }: CardsToSet): CardsDocument {
  const words = cardWords[language]
  const { document, card, anyOf, vault, set, ...said } = words
  return {
    language,
    direction: language === 'ar' ? 'rtl' : 'ltr',
    title: document,
    cards: cards.map(({ number, words: own, text }) => ({
      title: card(String(number), String(total)),
      words: [...own],
      code: qrAsSvg(text),
    })),
    facts: [
      { label: vault, value: vaultNumber },
      { label: set, value: setId },
    ],
    anyOf: anyOf(String(needed), String(total)),
    words: said,
  }
}
