import { useLingui } from '@lingui/react/macro'

import type { KeySlotRow } from '../../../electron/contract/index.ts'

/** What a key of the vault is called. */
export function useSlotWords(): (slot: KeySlotRow) => string {
  const { t, i18n } = useLingui()
  return ({ kind, own, caseworkerName, label, shares }) => {
    if (kind === 'passphrase') return own ? t`Your passphrase` : t`Passphrase of ${caseworkerName ?? label}`
    if (kind === 'recovery_code') return t`Recovery code`
    return t`Recovery cards, any ${i18n.number(shares?.needed ?? 0)} of ${i18n.number(shares?.total ?? 0)}`
  }
}
