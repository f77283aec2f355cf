import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'

import { useNavigation } from '../../app/navigation.tsx'
import { useCall } from '../../api/hooks.ts'
import { useCanWrite } from '../../api/use-can-write.ts'
import { Button } from '../../components/Button.tsx'
import { Note } from '../../components/Note.tsx'

/** Speaks only where work would be lost with this vault: without any backup, or after seven days of work since the last one. */
export function BackupNag() {
  const { t, i18n } = useLingui()
  const { goTo } = useNavigation()
  const { data } = useCall('backups.state', {})
  const canWrite = useCanWrite()
  // Of a vault that is open for reading alone no backup makes itself; what is wrong with it is said over everything.
  if (!canWrite || data === undefined || data.nag === 'quiet') return null
  const made = data.lastVerified === null ? '' : i18n.date(new Date(data.lastVerified.createdAt), { dateStyle: 'long' })
  return (
    <Note
      tone="warning"
      title={data.nag === 'never' ? t`There is no backup of this vault yet` : t`The last backup is old`}
      actions={<Button onPress={() => goTo('settings')}>{t`Go to the backups`}</Button>}
    >
      {data.nag === 'never'
        ? t`If this computer fails or is taken, all that is in the vault is lost. Habeas makes a backup shortly after the first change of each day; until it has, make one yourself.`
        : t`The newest one that was opened and found whole is of ${made}; ${plural(data.workDays, { one: '# day', other: '# days' })} of work came after it.`}
    </Note>
  )
}
