import { useEffect, useState } from 'react'

/** The words that cards are made of, once they are here: the lock screen does without them until cards are asked for. */
export function useCardWords(): readonly string[] {
  const [words, setWords] = useState<readonly string[]>([])
  useEffect(() => {
    let wanted = true
    void import('@scure/bip39/wordlists/english.js').then(({ wordlist }) => {
      if (wanted) setWords(wordlist)
    })
    return () => {
      wanted = false
    }
  }, [])
  return words
}
