import { useLingui } from '@lingui/react/macro'

import type { Erasure } from '../../../electron/contract/index.ts'
import { Note } from '../../components/Note.tsx'
import { Remains } from './EraseDialog.tsx'

/** What a quick erase did, at the lock screen after it. */
export function ErasedNote({ left }: { left: Erasure }) {
  const { t } = useLingui()
  const failed = left === 'keys'
  const title = {
    nothing: t`The vault was erased: its keys were destroyed, and its files are gone.`,
    files: t`The vault was erased: its keys were destroyed. The encrypted files are still there and nothing opens them.`,
    some_files: t`The vault was erased: its keys were destroyed. Some encrypted files could not be removed; nothing opens them.`,
    keys: t`Not every key could be destroyed: the disk refused. The passphrase may still open the vault or a backup. Delete its folder by hand.`,
  }[left]
  return (
    <Note tone={failed ? 'danger' : 'info'} title={title} alert>
      {!failed && <Remains files={false} />}
    </Note>
  )
}
