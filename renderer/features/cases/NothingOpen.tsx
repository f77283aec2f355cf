import { useLingui } from '@lingui/react/macro'

import { useNavigation } from '../../app/navigation.tsx'
import { Button } from '../../components/Button.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'

/** Beside the list while no case file is open: how to open one. */
export function NothingOpen() {
  const { t } = useLingui()
  const { newCase } = useNavigation()
  return (
    <>
      <h1 className="visually-hidden">{t`Cases`}</h1>
      <EmptyState title={t`No case file is open`} actions={<Button onPress={newCase}>{t`New case`}</Button>}>
        {t`Choose one from the list, or write down a new one.`}
      </EmptyState>
    </>
  )
}
