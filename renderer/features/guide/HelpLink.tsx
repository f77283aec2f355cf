import { useLingui } from '@lingui/react/macro'
import { lazy, Suspense, useState } from 'react'

import { Button } from '../../components/Button.tsx'
import type { ChapterId } from './blocks.ts'

// The lock screen comes first of all, and nearly every unlocking does without help.
const LockedGuide = lazy(async () => ({ default: (await import('./LockedGuide.tsx')).LockedGuide }))

/** Opens the guide's chapters on safety where the guide itself can't be reached: at the lock screen. */
export function HelpLink({ chapter }: { chapter: ChapterId }) {
  const { t } = useLingui()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button kind="quiet" onPress={() => setOpen(true)}>{t`Help`}</Button>
      {open && (
        <Suspense>
          <LockedGuide chapter={chapter} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
