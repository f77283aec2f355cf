import { useLingui } from '@lingui/react/macro'
import { useEffect, useState } from 'react'

import { call, onAppEvent } from '../../api/client.ts'
import { ProgressBar } from '../../components/ProgressBar.tsx'
import type { Work } from './RecoveryScreen.tsx'

/** How far the work is, and the way to stop it. Whatever was begun is taken back whole. */
export function RescueProgress({ work }: { work: Work }) {
  const { t } = useLingui()
  const [share, setShare] = useState<number | null>(null)
  useEffect(
    () =>
      onAppEvent((event) => {
        if (event.type === 'progress' && event.work === 'rescue') setShare(event.share)
      }),
    [],
  )
  const words = {
    examine: t`Every part of the vault is looked at.`,
    reading: t`Opening what can be read.`,
    restore: t`The backup is restored beside the vault and checked.`,
    salvage: t`Everything that can be read is saved into the new vault.`,
    copy: t`The vault is copied, encrypted as it is.`,
    open: t`Unlocking…`,
    accept: t`Unlocking…`,
  }[work]
  return <ProgressBar label={words} done={share} {...(work !== 'reading' && { onCancel: () => void call('rescue.cancel', {}) })} />
}
