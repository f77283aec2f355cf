import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'

/** What makes a passphrase weak, by the estimator's codes. */
export const weaknessWords: Readonly<Record<string, MessageDescriptor>> = {
  straightRow: msg`Rows of keys on the keyboard are guessed first.`,
  keyPattern: msg`Short patterns on the keyboard are easy to guess.`,
  simpleRepeat: msg`The same letter over and over is easy to guess.`,
  extendedRepeat: msg`The same piece over and over is hardly harder than once.`,
  sequences: msg`Sequences such as “abc” or “6543” are easy to guess.`,
  recentYears: msg`Recent years are easy to guess.`,
  dates: msg`Dates are easy to guess.`,
  topTen: msg`This is one of the most used passwords in the world.`,
  topHundred: msg`This is a very common password.`,
  common: msg`This is a common password.`,
  similarToCommon: msg`This is close to a common password.`,
  wordByItself: msg`A single word is easy to guess.`,
  namesByThemselves: msg`A name on its own is easy to guess.`,
  commonNames: msg`Common names are easy to guess.`,
  userInputs: msg`It holds the vault’s title or your name, which would be tried first.`,
  too_easy: msg`It is too short or too regular.`,
}

/** What would make it stronger. */
export const adviceWords: Readonly<Record<string, MessageDescriptor>> = {
  anotherWord: msg`Add another word or two; unusual ones help most.`,
  useWords: msg`Use several words that don’t belong together.`,
  longerKeyboardPattern: msg`Leave keyboard patterns aside.`,
  repeated: msg`Leave out repeated words and letters.`,
  sequences: msg`Leave out sequences.`,
  recentYears: msg`Leave out recent years.`,
  associatedYears: msg`Leave out years that have to do with you.`,
  dates: msg`Leave out dates that have to do with you.`,
  capitalization: msg`Capitals at the start add little.`,
  allUppercase: msg`All capitals are as easy to guess as none.`,
  reverseWords: msg`Words written backwards add little.`,
  l33t: msg`“@” instead of “a” adds little.`,
}
