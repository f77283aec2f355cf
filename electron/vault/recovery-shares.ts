import { hkdfSync, randomBytes } from 'node:crypto'
import { combine, split } from 'shamir-secret-sharing'

import type { CallOutput, RecoveryCard } from '../contract/index.ts'
import { VaultError } from './errors.ts'
import { wipe } from './secrets.ts'
import { readCard, textOfCard, wordsOfCard } from './share-card.ts'
import type { ReadCard, ShareCard } from './share-card.ts'

/** A set of cards, and the recovery key that enough of them give; the caller wipes the key. */
export type ShareSet = { key: Buffer; setId: string; cards: RecoveryCard[] }

/**
 * The name of a set is made from its key: cards tell whether they belong together, and whether what they gave together
 * is the key that was split. HKDF-SHA256, so that it says nothing of the key.
 */
const setIdOf = (key: Uint8Array): string =>
  Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), 'habeas/1/recovery-set', 4)).toString('hex')

/** Splits a new recovery key of 256 bits into `total` cards, of which any `needed` give it back. Fewer say nothing of it. */
export async function newShares(vaultNumber: string, needed: number, total: number): Promise<ShareSet> {
  const key = randomBytes(32)
  const setId = setIdOf(key)
  const secret = new Uint8Array(key)
  const shares = await split(secret, total, needed)
  try {
    const cards = shares.map((share, place): RecoveryCard => {
      const card: ShareCard = { setId, number: place + 1, needed, total, share }
      return { number: card.number, total, needed, setId, vaultNumber, words: wordsOfCard(card), text: textOfCard(card, vaultNumber) }
    })
    return { key, setId, cards }
  } finally {
    wipe(secret, ...shares)
  }
}

type Read = CallOutput<'keys.readShares'>

const cardsOf = (found: readonly ReadCard[]): ShareCard[] => found.flatMap((read) => (read.state === 'ok' ? [read.card] : []))

/** The first readable card says which set it is; the others are told by it. */
function compare(cards: readonly ReadCard[]): { states: Read['read']; good: ShareCard[] } {
  const first = cardsOf(cards)[0]
  const good = new Map<number, ShareCard>()
  const states = cards.map((read): Read['read'][number] => {
    if (read.state === 'mistyped') return read.word === undefined ? { state: 'mistyped' } : { state: 'mistyped', word: read.word }
    if (read.state === 'unreadable') return { state: 'unreadable' }
    const { card } = read
    const named = { number: card.number, setId: card.setId }
    const { setId, needed, total } = first ?? card
    if (card.setId !== setId || card.needed !== needed || card.total !== total) return { state: 'other_set', ...named }
    if (good.has(card.number)) return { state: 'duplicate', ...named }
    good.set(card.number, card)
    return { state: 'ok', ...named }
  })
  return { states, good: [...good.values()] }
}

/** What each typed card is, and whether there are enough good ones. */
export function readShares(typed: readonly string[]): Read {
  const { states, good } = compare(typed.map(readCard))
  const needed = good[0]?.needed ?? null
  const enough = needed !== null && good.length >= needed
  for (const { share } of good) wipe(share)
  return { read: states, needed, enough }
}

/**
 * The recovery key that these cards give together; the caller wipes it.
 * @throws {VaultError} `recovery_refused`: `unreadable`, `mistyped`, `duplicate`, `other_set`, `other_vault` (`card`, from 1),
 *   `too_few` (`needed`, `found`), `altered`
 */
export async function keyOfShares(typed: readonly string[], vaultNumber: string | undefined): Promise<Buffer> {
  const cards = typed.map(readCard)
  const { states, good } = compare(cards)
  try {
    // Enough good cards open, whatever else was typed; where they don't, the first that is wrong is named.
    const needed = good[0]?.needed
    if (needed === undefined || good.length < needed) {
      const wrong = states.findIndex(({ state }) => state !== 'ok')
      const found = states[wrong]
      if (found !== undefined) throw refusedCard(found, wrong)
      throw new VaultError('recovery_refused', { reason: 'too_few', needed: needed ?? 2, found: good.length })
    }
    const foreign = cards.findIndex((read) => read.state === 'ok' && read.vaultNumber !== undefined && read.vaultNumber !== vaultNumber)
    if (vaultNumber !== undefined && foreign !== -1) throw new VaultError('recovery_refused', { reason: 'other_vault', card: foreign + 1 })
    const key = Buffer.from((await combine(good.map(({ share }) => share))).buffer)
    if (setIdOf(key) === good[0]?.setId) return key
    wipe(key)
    throw new VaultError('recovery_refused', { reason: 'altered' })
  } finally {
    for (const card of cardsOf(cards)) wipe(card.share)
  }
}

const refusedCard = ({ state, word }: Read['read'][number], place: number): VaultError =>
  new VaultError('recovery_refused', { reason: state, card: place + 1, ...(word === undefined ? {} : { word }) })
