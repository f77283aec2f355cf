import type { I18n, MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react'
import { useCallback } from 'react'

import type { CallError, ErrorCode, ErrorParams } from '../../electron/contract/index.ts'
import { damagedParts } from './error-details.ts'
import { asSentence, inputReasons, undoReasons } from './input-reasons.ts'
import { keyReasons, recoveryReasons } from './key-reasons.ts'
import { weaknessWords } from './strength-words.ts'

/** What a failure is told as: what happened, what is safe, what to do. */
export type ErrorWords = { happened: string; safe: string; next: string }

/** No code may leave one of the three unsaid. */
type Told = { happened: MessageDescriptor; safe: MessageDescriptor; next: MessageDescriptor }

const nothingChanged = msg`Nothing was changed.`
const draftsSafe = msg`What you typed is kept as a draft in the vault.`
const dataSafe = msg`The case files in the vault are untouched.`

const told: { [Code in ErrorCode]: Told } = {
  invalid_input: {
    happened: msg`Something that was filled in can’t be taken as it stands.`,
    safe: nothingChanged,
    next: msg`Correct it and try again.`,
  },
  locked: { happened: msg`The vault is locked.`, safe: draftsSafe, next: msg`Unlock it with its passphrase.` },
  already_unlocked: {
    happened: msg`A vault is open already.`,
    safe: msg`It stays open, and nothing in it was changed.`,
    next: msg`Lock it first to open another one.`,
  },
  not_found: { happened: msg`This is no longer in the vault.`, safe: nothingChanged, next: msg`Look for it in the list or in the bin.` },
  conflict: {
    happened: msg`Somebody else changed the same field in the meantime.`,
    safe: msg`Both versions are kept: theirs in the vault, yours as a draft.`,
    next: msg`Compare the two and keep the right one.`,
  },
  in_bin: { happened: msg`This lies in the bin.`, safe: nothingChanged, next: msg`Restore it first.` },
  undo_refused: {
    happened: msg`This change can’t be undone.`,
    safe: nothingChanged,
    next: msg`What stands there now can be corrected by hand; the history keeps both.`,
  },
  wrong_passphrase: {
    happened: msg`This passphrase doesn’t open the vault.`,
    safe: dataSafe,
    next: msg`Check the keyboard layout and capital letters, and try again.`,
  },
  weak_passphrase: {
    happened: msg`This passphrase is too easy to guess.`,
    safe: nothingChanged,
    next: msg`Use a longer sentence, or take the generated words.`,
  },
  key_refused: {
    happened: msg`The vault’s keys can’t be changed in this way.`,
    safe: msg`All keys open the vault as before.`,
    next: msg`Look at the list of keys and choose another way.`,
  },
  recovery_refused: {
    happened: msg`This recovery code or these cards don’t open the vault.`,
    safe: dataSafe,
    next: msg`Compare each group or word with the paper, and try again.`,
  },
  older_key: {
    happened: msg`This backup was made before the vault’s key was made anew, so it can’t be checked with today’s key.`,
    safe: msg`The backup was not touched. It opens with the passphrase of its time.`,
    next: msg`Restore it beside the vault with that passphrase to see what is in it, or make a new backup.`,
  },
  no_vault: {
    happened: msg`There is no vault in this folder.`,
    safe: msg`Nothing in the folder was touched.`,
    next: msg`Choose the folder whose name ends in “.habeas”.`,
  },
  erased: {
    happened: msg`The key slots of this vault were destroyed by a quick erase. Nothing opens it any more.`,
    safe: msg`Backups and copies in other places are untouched.`,
    next: msg`Restore a backup from another place, or choose another folder.`,
  },
  exists: {
    happened: msg`A folder of this name stands there already.`,
    safe: msg`It was not touched.`,
    next: msg`Choose another name or another place.`,
  },
  newer_version: {
    happened: msg`A newer version of Habeas wrote this vault.`,
    safe: dataSafe,
    next: msg`Install the newer version on this computer to open it.`,
  },
  unsupported_kdf: {
    happened: msg`The vault’s key settings are outside what is safe, so they were not used. Somebody may have altered the file.`,
    safe: dataSafe,
    next: msg`Open a backup instead, and keep this folder as it is for inspection.`,
  },
  vault_in_use: {
    happened: msg`The vault is open in another window or program.`,
    safe: dataSafe,
    next: msg`Close it there and try again.`,
  },
  damaged: {
    happened: msg`A part of the vault is damaged.`,
    safe: msg`Nothing was written to it.`,
    next: msg`Copy the whole folder to a safe place before anything else, then open a backup.`,
  },
  rolled_back: {
    happened: msg`The vault is older than its own record of the last change. Somebody may have put an older copy in its place.`,
    safe: msg`Nothing was written to it.`,
    next: msg`Compare with your latest backup before you go on.`,
  },
  read_only: {
    happened: msg`The folder can’t be written.`,
    safe: nothingChanged,
    next: msg`Make sure that the medium isn’t write-protected, or copy the vault to another place.`,
  },
  disk_full: {
    happened: msg`No space is left on the disk.`,
    safe: msg`Nothing was changed, and nothing is lost.`,
    next: msg`Free some space and try again.`,
  },
  disk_failed: {
    happened: msg`The disk answered with an error. It may be full, failing, or no longer connected.`,
    safe: msg`What was saved before is safe.`,
    next: msg`Look whether the disk is connected and has room, and try again. If it happens once more, copy the vault to another disk.`,
  },
  cancelled: {
    happened: msg`Stopped.`,
    safe: msg`The vault is as it was, and nothing half-made is left.`,
    next: msg`It can be begun anew at any time.`,
  },
  needs_window: {
    happened: msg`This can be done in the app’s own window only.`,
    safe: nothingChanged,
    next: msg`Open Habeas and do it there.`,
  },
  process_gone: {
    happened: msg`A part of the program stopped, so the vault was locked.`,
    safe: msg`Everything saved is in the vault, and what you typed is kept as a draft.`,
    next: msg`Unlock the vault again.`,
  },
  busy: { happened: msg`The same work is still under way.`, safe: nothingChanged, next: msg`Wait until it is done.` },
  internal: {
    happened: msg`The program made a mistake.`,
    safe: nothingChanged,
    next: msg`Try again. If it happens once more, lock and unlock the vault.`,
  },
}

/** What a recovery was refused for: somebody who typed a code is told nothing of cards. */
const refusedWords: Readonly<Record<string, Told>> = {
  code: {
    happened: msg`This recovery code doesn’t open the vault.`,
    safe: dataSafe,
    next: msg`Compare each group with the paper, and try again.`,
  },
  cards: {
    happened: msg`These recovery cards don’t open the vault.`,
    safe: dataSafe,
    next: msg`Compare each word with the paper, and try again.`,
  },
}

/** The refusal of a recovery with what was typed, which the page alone knows for sure. */
export const refusedFor = <Refusal extends CallError | null>(of: 'code' | 'cards', error: Refusal): Refusal =>
  error?.code === 'recovery_refused' ? { ...error, params: { ...error.params, of } } : error

/** An error code in the words of the page's language. */
export function describeError(i18n: I18n, { code, params }: CallError): ErrorWords {
  const { happened, safe, next } = (code === 'recovery_refused' ? refusedWords[String(params['of'])] : undefined) ?? told[code]
  const detail = detailOf(i18n, code, params)
  const first = i18n._(happened)
  return {
    happened: detail === null ? first : code === 'damaged' || code === 'invalid_input' ? detail : `${first} ${detail}`,
    safe: i18n._(safe),
    next: i18n._(next),
  }
}

/** The sentences of an error one after the other, for places with room for a line only. */
export const errorLine = (i18n: I18n, error: CallError): string => {
  const words = describeError(i18n, error)
  return [words.happened, words.safe, words.next].filter((sentence) => sentence !== '').join(' ')
}

/** As `describeError`, in the language of the page now. */
export function useErrorWords(): (error: CallError) => ErrorWords {
  const { i18n } = useLingui()
  return useCallback((error: CallError) => describeError(i18n, error), [i18n])
}

function detailOf(i18n: I18n, code: ErrorCode, params: ErrorParams): string | null {
  const reason = typeof params['reason'] === 'string' ? params['reason'] : ''
  const inside = (words: MessageDescriptor | undefined): string | null => (words === undefined ? null : i18n._(words))
  if (code === 'invalid_input' || code === 'undo_refused') {
    const words = inside((code === 'invalid_input' ? inputReasons : undoReasons)[reason])
    return words === null ? null : asSentence(words)
  }
  if (code === 'key_refused') return inside(keyReasons[reason])
  if (code === 'recovery_refused') {
    const group = typeof params['group'] === 'number' ? params['group'] : null
    const words = recoveryReasons[reason === 'mistyped' && group !== null ? 'group' : reason]
    return words === undefined ? null : i18n._({ ...words, values: { group: i18n.number(group ?? 0) } })
  }
  if (code === 'weak_passphrase') return inside(weaknessWords[reason])
  if (code === 'damaged') return inside(damagedParts[typeof params['what'] === 'string' ? params['what'] : ''])
  return null
}
