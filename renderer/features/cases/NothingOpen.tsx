import { useLingui } from '@lingui/react/macro'

import { useNavigation } from '../../app/navigation.tsx'
import { useCanWrite } from '../../api/use-can-write.ts'
import { Button } from '../../components/Button.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'

/** Beside the list while no case file is open: how to open one. */
export function NothingOpen() {
  const { t } = useLingui()
  const { newCase } = useNavigation()
  const canWrite = useCanWrite()
  return (
    <>
      <h1 className="visually-hidden">{t`Cases`}</h1>
      <EmptyState title={t`No case file is open`} {...(canWrite && { actions: <Button onPress={newCase}>{t`New case`}</Button> })}>
        {canWrite ? t`Choose one from the list, or write down a new one.` : t`Choose one from the list.`}
      </EmptyState>
    </>
  )
}
