import type { I18n, MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'

import { recordLabel } from '../case/field-labels.ts'
import { readActivity, type ActivityKind } from './activity-kinds.ts'

/** What an entry of the audit chain says, by its kind. */
const kinds: Readonly<Record<ActivityKind, MessageDescriptor>> = {
  'vault.created': msg`Vault made`,
  'vault.opened': msg`Vault opened`,
  'vault.migrated': msg`Vault brought up to date by a newer version`,
  'vault.salvaged': msg`Vault made of what could be read of a damaged one`,
  'rollback.accepted': msg`Older state of the vault gone on with`,
  'passphrase.changed': msg`Passphrase changed`,
  'keys.added': msg`Key made`,
  'keys.tried': msg`Key tried`,
  'keys.revoked': msg`Key revoked`,
  'keys.recovered': msg`Vault opened without the passphrase, and a new one set`,
  'keys.rekeyed': msg`New key made for the vault`,
  'keys.bound': msg`Passphrase given to its caseworker`,
  'keys.unchanged': msg`Change of keys not carried out`,
  'cards.saved': msg`Recovery cards saved outside the vault`,
  'report.made': msg`Report saved outside the vault`,
  'travel_copy.made': msg`Travel copy made`,
  'sources.revealed': msg`Protected source shown`,
  'verify.failed': msg`Check of the vault found faults`,
  'backup.made': msg`Backup made, opened and found whole`,
  'backup.verified': msg`Backup checked and found whole`,
  'backup.damaged': msg`Backup checked and found damaged`,
  'backup.restored': msg`Vault restored from a backup`,
  'backup.place_chosen': msg`Second place for backups chosen`,
  'backup.place_forgotten': msg`Second place for backups given up`,
  'bin.purged': msg`Erased for good`,
  'competingValues.adopt': msg`Competing value adopted`,
  'office.referencePrefix': msg`Prefix of references changed`,
  undo: msg`Change undone`,
}

/** Words for the kind of an entry; one of a newer version is told by its code. */
export function activityWords(i18n: I18n, kind: string): string {
  const read = readActivity(kind)
  if (read === null) return i18n._(msg`Something else: ${kind}`)
  if ('own' in read) return i18n._(kinds[read.own])
  const record = i18n._(recordLabel(read.table))
  switch (read.deed) {
    case 'create':
      return i18n._(msg`${record}: entered`)
    case 'update':
      return i18n._(msg`${record}: changed`)
    case 'bin':
      return i18n._(msg`${record}: put into the bin`)
    case 'restore':
      return i18n._(msg`${record}: taken out of the bin`)
  }
}
