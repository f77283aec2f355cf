import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'

import type { CallError } from '../../../electron/contract/index.ts'
import { inputReasons, undoReasons } from '../../api/input-reasons.ts'

const words = {
  conflict: msg`it was changed meanwhile`,
  invalid_input: msg`the vault does not take this text`,
  undo_refused: msg`the change can’t be undone`,
  in_bin: msg`it lies in the bin; restore it first`,
  not_found: msg`it is no longer there`,
  read_only: msg`the vault can’t be written`,
  disk_full: msg`the disk is full; nothing is lost, the text is kept as a draft`,
  disk_failed: msg`the disk answered with an error; the text is kept as a draft`,
  locked: msg`the vault is locked; the text is kept as a draft`,
  process_gone: msg`the vault closed unexpectedly; what was typed is safe`,
  busy: msg`the same work is still under way`,
  cancelled: msg`it was stopped`,
} as const
const otherwise = msg`a fault of the program; nothing was changed`
const has = (code: string): code is keyof typeof words => Object.hasOwn(words, code)

/** Why something in a case file was not done, as the end of a sentence. */
export function useErrorWords(): (error: CallError) => string {
  const { i18n } = useLingui()
  return ({ code, params }) => {
    const reason = typeof params['reason'] === 'string' ? params['reason'] : ''
    const detail = code === 'invalid_input' ? inputReasons[reason] : code === 'undo_refused' ? undoReasons[reason] : undefined
    return i18n._(detail ?? (has(code) ? words[code] : otherwise))
  }
}
