import { useLingui } from '@lingui/react/macro'

import type { CommandGroup } from './registry.ts'

/** What the groups of commands are called. */
export function useGroupWords(): Record<CommandGroup, string> {
  const { t } = useLingui()
  return { go: t`Go to`, case: t`Case file`, tabs: t`Tabs`, edit: t`Edit`, window: t`Window` }
}
