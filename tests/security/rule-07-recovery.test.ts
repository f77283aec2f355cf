import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { auditKeyBytes, openAbout } from '../../electron/vault/header-about.ts'
import { isAuthentic, parseHeader } from '../../electron/vault/header-format.ts'
import { unlockByRecovery } from '../../electron/vault/key-slots.ts'
import { newRecoveryCode, readCode, writeCode } from '../../electron/vault/recovery-code.ts'
import { keyOfShares, newShares, readShares } from '../../electron/vault/recovery-shares.ts'
import { readCard } from '../../electron/vault/share-card.ts'
import { vectors } from '../fixtures/vectors.ts'
import { refusal } from '../vault/support.ts'

const { vaultId: vaultNumber, header, header2, about, recovery } = vectors
const [cardOne, cardFour] = recovery.cards.map(({ words, text }) => ({ words: words.join(' '), text }))
if (cardOne === undefined || cardFour === undefined) throw new Error('two cards in the vectors')
const readHeader = (value: object) => {
  const copy = parseHeader(JSON.stringify(value))
  if (copy.state !== 'readable') throw new Error(copy.state)
  return copy.header
}
const dataKey = Buffer.from(vectors.dataKey, 'hex')

describe('Rule 7: recovery keys as another program writes them from the description of the format', () => {
  test('a header of version 2: its MAC, what it says of its keys, the audit key that it carries', () => {
    const newest = readHeader(header2)
    expect(isAuthentic(newest, dataKey)).toBe(true)
    expect(openAbout(newest, dataKey)).toEqual(JSON.parse(about.plain))
    expect(auditKeyBytes(newest, dataKey).toString('hex')).toBe(about.auditKey)
  })

  test('a header of version 1 is read as before', () => {
    const first = readHeader(header)
    expect(isAuthentic(first, dataKey)).toBe(true)
    expect(openAbout(first, dataKey)).toBeUndefined()
  })

  test('the code opens its slot, and two cards open theirs, as words or as text', async () => {
    const newest = readHeader(header2)
    const byCode = await unlockByRecovery([newest], { code: recovery.code })
    expect([byCode.slot.kind, byCode.dataKey.equals(dataKey)]).toEqual(['recovery_code', true])
    const byCards = await unlockByRecovery([newest], { shares: [cardOne.words, cardFour.text] })
    expect([byCards.slot.kind, byCards.dataKey.equals(dataKey)]).toEqual(['recovery_shares', true])
    expect((await keyOfShares([cardFour.words, cardOne.text], vaultNumber)).toString('hex')).toBe(recovery.recoveryKey)
  })

  test('a tampered slot and a wrong code say the same', async () => {
    const tampered = JSON.parse(JSON.stringify(header2)) as { slots: { label: { tag: string } }[] }
    const slot = tampered.slots[1]
    if (slot !== undefined) slot.label.tag = Buffer.alloc(16).toString('base64')
    const wrong = 'recovery_refused reason=wrong'
    expect(await refusal(unlockByRecovery([readHeader(tampered)], { code: recovery.code }))).toBe(wrong)
    expect(await refusal(unlockByRecovery([readHeader(header2)], { code: newRecoveryCode() }))).toBe(wrong)
  })
})

describe('Rule 7: a recovery code', () => {
  test('has 140 random bits: each of its 28 digits takes all of its 32 values, and no two codes are alike', () => {
    const codes = Array.from({ length: 600 }, newRecoveryCode)
    expect(new Set(codes).size).toBe(600)
    for (let place = 0; place < 41; place += 1) {
      const group = place % 6
      if (group < 4) expect(new Set(codes.map((code) => code.charAt(place))).size, `digit ${place}`).toBe(32)
    }
  })

  test('is read however it was copied: small letters, no dashes, O for 0, I and l for 1, full-width letters', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 31 }), { minLength: 28, maxLength: 28 }), (digits) => {
        const code = writeCode(digits)
        const ways = [
          code,
          code.toLowerCase(),
          code.replaceAll('-', ''),
          ` ${code.replaceAll('-', ' – ')}\n`,
          code.replaceAll('0', 'o').replaceAll('1', 'l'),
          [...code].map((digit) => (/[A-Z]/.test(digit) ? String.fromCodePoint((digit.codePointAt(0) ?? 0) + 0xfee0) : digit)).join(''),
        ]
        const read = ways.map((way) => readCode(way))
        expect(new Set(read.map((one) => (one.state === 'ok' ? one.key.toString('ascii') : one.state))).size).toBe(1)
        expect(read[0]?.state).toBe('ok')
      }),
    )
  })

  test('names the group in which one digit is wrong or two have changed places, always', () => {
    const digit = fc.integer({ min: 0, max: 31 })
    fc.assert(
      fc.property(fc.array(digit, { minLength: 28, maxLength: 28 }), fc.nat(34), digit, fc.boolean(), (digits, at, other, swap) => {
        const code = writeCode(digits)
        const plain = [...code.replaceAll('-', '')]
        const wrong = [...plain]
        const group = Math.floor(at / 5)
        const beside = group * 5 + ((at + 1) % 5)
        if (swap) [wrong[at], wrong[beside]] = [plain[beside] ?? '', plain[at] ?? '']
        else wrong[at] = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.charAt(other)
        fc.pre(wrong.join('') !== plain.join(''))
        expect(readCode(wrong.join(''))).toEqual({ state: 'mistyped', group: group + 1 })
      }),
      { numRuns: 500 },
    )
  })

  test('names the group that is missing, too long, or stands in another’s place', () => {
    const groups = recovery.code.split('-')
    expect(readCode(groups.slice(0, 6).join('-'))).toEqual({ state: 'mistyped', group: 7 })
    expect(readCode([groups[0], `${groups[1] ?? ''}7`, ...groups.slice(2)].join('-'))).toEqual({ state: 'mistyped', group: 2 })
    expect(readCode([groups[1], groups[0], ...groups.slice(2)].join('-'))).toEqual({ state: 'mistyped', group: 1 })
    expect(readCode('')).toEqual({ state: 'mistyped', group: 1 })
    expect(readCode(`${recovery.code}-AAAAA`)).toEqual({ state: 'mistyped', group: 7 })
    expect(readCode('U'.repeat(200))).toEqual({ state: 'mistyped', group: 1 })
  })
})

const pick = <T>(list: readonly T[], places: readonly number[]): T[] => places.flatMap((place) => list[place] ?? [])

describe('Rule 7: recovery shares', () => {
  test('any so many of a set open, in any order and either form; one fewer is told how many are missing', async () => {
    const sets = fc.integer({ min: 2, max: 9 }).chain((total) =>
      fc.record({
        total: fc.constant(total),
        needed: fc.integer({ min: 2, max: total }),
        order: fc.shuffledSubarray([...Array(total).keys()], { minLength: total }),
      }),
    )
    await fc.assert(
      fc.asyncProperty(sets, fc.boolean(), async ({ total, needed, order }, asText) => {
        const { key, cards, setId } = await newShares(vaultNumber, needed, total)
        const typed = cards.map((card, place) => (asText === (place % 2 === 0) ? card.text : card.words.join(' ')))
        const enough = pick(typed, order.slice(0, needed))
        expect((await keyOfShares(enough, vaultNumber)).equals(key)).toBe(true)
        expect((await keyOfShares(pick(typed, order), vaultNumber)).equals(key)).toBe(true)
        expect(readShares(enough)).toMatchObject({ needed, enough: true, read: enough.map(() => ({ state: 'ok', setId })) })
        const fewer = enough.slice(1)
        expect(await refusal(keyOfShares(fewer, vaultNumber))).toBe(`recovery_refused reason=too_few needed=${needed} found=${needed - 1}`)
        expect(readShares(fewer)).toMatchObject({ enough: false })
      }),
      { numRuns: 40 },
    )
  })

  test('one card fewer than needed says nothing of the key: every key is as likely', async () => {
    // With one card of two given, some second card leads to any first byte of the key that one could wish for.
    const { cards } = await newShares(vaultNumber, 2, 2)
    const read = readCard(cards[0]?.text ?? '')
    if (read.state !== 'ok') throw new Error(read.state)
    const { combine } = await import('shamir-secret-sharing')
    const place = read.card.share.at(-1) === 1 ? 2 : 1
    const seen = new Set<number>()
    for (let byte = 0; byte < 256; byte += 1) {
      const other = new Uint8Array(33)
      other[0] = byte
      other[32] = place
      seen.add((await combine([read.card.share, other]))[0] ?? -1)
    }
    expect(seen.size).toBe(256)
  })

  test('wrong words, a mistyped word, the same card twice and cards of two sets are each named', async () => {
    const [one, other] = [await newShares(vaultNumber, 2, 3), await newShares(vaultNumber, 2, 3)]
    const [a, b] = one.cards
    const foreign = other.cards[1]
    if (a === undefined || b === undefined || foreign === undefined) throw new Error('three cards')
    const words = a.words.join(' ')
    const swapped = [...a.words]
    swapped[4] = a.words[4] === 'zoo' ? 'able' : 'zoo'
    const unknown = [...a.words]
    unknown[6] = 'habeas'
    const { read } = readShares([words, swapped.join(' '), unknown.join(' '), 'good morning', a.text, foreign.text, b.text])
    expect(read).toEqual([
      { state: 'ok', number: 1, setId: one.setId },
      { state: 'mistyped' },
      { state: 'mistyped', word: 7 },
      { state: 'unreadable' },
      { state: 'duplicate', number: 1, setId: one.setId },
      { state: 'other_set', number: 2, setId: other.setId },
      { state: 'ok', number: 2, setId: one.setId },
    ])
    expect(await refusal(keyOfShares([words, foreign.text], vaultNumber))).toBe('recovery_refused reason=other_set card=2')
    expect(await refusal(keyOfShares([words, words], vaultNumber))).toBe('recovery_refused reason=duplicate card=2')
    expect(await refusal(keyOfShares([words, unknown.join(' ')], vaultNumber))).toBe('recovery_refused reason=mistyped card=2 word=7')
    expect(await refusal(keyOfShares(['what is this'], vaultNumber))).toBe('recovery_refused reason=unreadable card=1')
    expect(await refusal(keyOfShares([a.text, b.text], '00000000-0000-4000-8000-000000000000'))).toBe(
      'recovery_refused reason=other_vault card=1',
    )
  })

  test('every single word or digit replaced by another is noticed', async () => {
    const { cards } = await newShares(vaultNumber, 2, 2)
    const card = cards[0]
    if (card === undefined) throw new Error('a card')
    for (const [place, word] of card.words.entries()) {
      const wrong = card.words.with(place, word === 'abandon' ? 'zoo' : 'abandon')
      expect(readCard(wrong.join(' ')).state, `word ${place + 1}`).toBe('mistyped')
    }
    const start = card.text.lastIndexOf(':') + 1
    for (let place = start; place < card.text.length; place += 1) {
      const digit = card.text.charAt(place) === '7' ? 'G' : '7'
      expect(readCard(card.text.slice(0, place) + digit + card.text.slice(place + 1)).state, `digit ${place}`).toBe('mistyped')
    }
  })

  test('the first four letters, numbers before the words and capitals do no harm', async () => {
    const { cards } = await newShares(vaultNumber, 2, 2)
    const [first] = cards
    const short = (first?.words ?? []).map((word, place) => `${place + 1}. ${word.slice(0, 4).toUpperCase()}`).join('\n')
    expect(readCard(short)).toMatchObject({ state: 'ok', card: { number: 1, needed: 2, total: 2 } })
  })

  test('a card names the vault’s number and its set, and nothing else', async () => {
    const { cards } = await newShares(vaultNumber, 2, 5)
    for (const card of cards) {
      expect(Object.keys(card).toSorted()).toEqual(['needed', 'number', 'setId', 'text', 'total', 'vaultNumber', 'words'])
      expect(card.text).toMatch(/^HABEAS1:7C9E6679-7425-40DE-944B-E07FC1F90AE7:[0-9A-HJKMNP-TV-Z]{68}$/)
      expect(card.words).toHaveLength(31)
    }
  })
})
