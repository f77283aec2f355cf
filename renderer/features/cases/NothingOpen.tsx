import { useLingui } from '@lingui/react/macro'

import { useCall } from '../../api/hooks.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { useCanWrite } from '../../api/use-can-write.ts'
import { Button } from '../../components/Button.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { useToday } from './use-today.ts'

/** Beside the list while no case file is open: how to open one. */
export function NothingOpen() {
  const { t } = useLingui()
  const { newCase } = useNavigation()
  const canWrite = useCanWrite()
  const total = useCall('cases.list', { filter: {}, today: useToday(), limit: 1 }).data?.total ?? 0
  return (
    <>
      <h1 className="visually-hidden">{t`Cases`}</h1>
      {/* In an empty vault the list itself says how to begin. */}
      {total > 0 && (
        <EmptyState title={t`No case file is open`} {...(canWrite && { actions: <Button onPress={newCase}>{t`New case`}</Button> })}>
          {t`The one you choose in the list opens here.`}
        </EmptyState>
      )}
    </>
  )
}
