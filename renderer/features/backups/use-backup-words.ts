import { useLingui } from '@lingui/react/macro'

import type { Backup } from '../../../electron/contract/index.ts'

const megabyte = 1_000_000

/** How backups are spoken of. */
export function useBackupWords() {
  const { t, i18n } = useLingui()
  const when = (at: number): string => i18n.date(new Date(at), { dateStyle: 'medium', timeStyle: 'short' })
  return {
    when,
    kind: (kind: NonNullable<Backup['kind']>): string =>
      ({ daily: t`first change of a day`, manual: t`asked for`, before_migration: t`before a newer version` })[kind],
    /** A backup is never smaller than a few hundred kilobytes. */
    size: (bytes: number): string =>
      i18n.number(bytes / megabyte, { style: 'unit', unit: 'megabyte', maximumFractionDigits: bytes < 10 * megabyte ? 1 : 0 }),
    checked: ({ state, verified }: Backup): string => {
      if (state === 'damaged') return t`damaged`
      if (state === 'newer') return t`of a newer version`
      if (verified === null) return t`not yet`
      const on = i18n.date(new Date(verified.at), { dateStyle: 'medium' })
      return verified.sound ? t`whole on ${on}` : t`damaged on ${on}`
    },
  }
}
