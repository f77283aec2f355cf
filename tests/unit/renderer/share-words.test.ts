import { wordlist } from '@scure/bip39/wordlists/english.js'
import { describe, expect, it } from 'vitest'

import { completed, onlyWord, partCards, wordCount, wordsFrom } from '../../../renderer/features/keys/share-words.ts'

describe('words of recovery cards as they are typed', () => {
  it('are told by their first four letters, each of them', () => {
    expect(wordlist.filter((word) => onlyWord(word.slice(0, 4), wordlist) !== word)).toEqual([])
  })

  it('are whole where they are words, even where a longer one begins with them', () => {
    expect(wordsFrom('act', wordlist)).toEqual(['act', 'action', 'actor', 'actress', 'actual'])
    expect(onlyWord('act', wordlist)).toBe('act')
    expect(onlyWord('ac', wordlist)).toBeNull()
    expect(onlyWord('zzz', wordlist)).toBeNull()
  })

  it('are completed by a space at the end, and by nothing else', () => {
    const space = (before: string): string => completed(before, `${before} `, wordlist)
    expect(space('abandon eros')).toBe('abandon erosion ')
    expect(space('abandon EROD')).toBe('abandon erode ')
    expect(space('act')).toBe('act ')
    expect(space('xyzq')).toBe('xyzq ')
    expect(space('ab')).toBe('ab ')
    // Pasted, taken away, or typed in the middle.
    expect(completed('', 'eros zoo ', wordlist)).toBe('eros zoo ')
    expect(completed('erosi', 'eros', wordlist)).toBe('eros')
    expect(completed('eros zoo', 'eros  zoo', wordlist)).toBe('eros  zoo')
  })

  it('are counted without the numbers that stand before them', () => {
    expect(wordCount('1 abandon 2. zoo\n3) act')).toBe(3)
    expect(wordCount('  ')).toBe(0)
  })

  it('make several cards where an empty line parts them, or each line is a code', () => {
    expect(partCards('a b\nc d')).toEqual(['a b\nc d'])
    expect(partCards('a b\n \n\nc d\n')).toEqual(['a b', 'c d'])
    expect(partCards('HABEAS1:X:1\nHABEAS1:X:2')).toEqual(['HABEAS1:X:1', 'HABEAS1:X:2'])
  })
})
