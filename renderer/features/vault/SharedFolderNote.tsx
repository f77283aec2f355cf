import { useLingui } from '@lingui/react/macro'

import type { SharedFolder } from '../../../electron/contract/index.ts'
import { Note } from '../../components/Note.tsx'

/** Why a place is a poor one for a vault, and what to do instead. It is advice: nothing is refused. */
export function SharedFolderNote({ shared }: { shared: SharedFolder | null }) {
  const { t } = useLingui()
  if (shared === null) return null
  const service = shared.kind === 'synchronised' ? shared.service : ''
  return shared.kind === 'synchronised' ? (
    <Note tone="warning" title={t`This folder is copied elsewhere by ${service}.`}>
      <p>{t`Copies of the encrypted vault end up with that service and on other devices, older ones too, and two devices can spoil it for each other. Keep the vault in a folder of this computer alone, and only backups in this one.`}</p>
    </Note>
  ) : (
    <Note tone="warning" title={t`This folder lies on another computer.`}>
      <p>{t`A connection that breaks in the middle can damage a vault, and whoever runs that computer can keep copies of it. Keep the vault on this computer, and only backups on that one.`}</p>
    </Note>
  )
}
