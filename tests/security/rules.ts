/** Where each rule of the threat model is shown: files of tests whose titles name the rule. One line a file. */
export const rules: Readonly<Record<number, readonly string[]>> = {
  1: ['tests/vault/planted.test.ts', 'tests/security/day-of-work.test.ts', 'tests/security/scan.test.ts'],
  2: ['tests/vault/database.test.ts', 'tests/security/day-of-work.test.ts', 'tests/security/counting.test.ts'],
  3: [
    'tests/vault/kill.test.ts',
    'tests/vault/chain.test.ts',
    'tests/faults/power/power-cuts.test.ts',
    'tests/faults/writes/failed-writes.test.ts',
  ],
  4: ['tests/faults/salvage.test.ts', 'tests/vault/format-vectors.test.ts'],
  5: ['tests/vault/kdf.test.ts', 'tests/vault/format-vectors.test.ts'],
  6: [
    'tests/vault/header.test.ts',
    'tests/vault/format-vectors.test.ts',
    'tests/security/rule-06-rekey.test.ts',
    'tests/security/rule-06-rekey-killed.test.ts',
    'tests/security/rule-06-rekey-aside.test.ts',
    'tests/security/rule-06-rekey-rescue.test.ts',
    'tests/vault/stopping.test.ts',
    'tests/unit/main/long-work.test.ts',
  ],
  7: ['tests/security/rule-07-recovery.test.ts', 'tests/security/rule-07-keys.test.ts', 'tests/contract/reader/keys.test.ts'],
  8: [
    'tests/security/lock-memory.test.ts',
    'tests/e2e/coercion.spec.ts',
    'tests/vault/drafts.test.ts',
    'tests/unit/main/shared-folders.test.ts',
  ],
  9: ['tests/security/day-of-work.test.ts', 'tests/security/counting.test.ts', 'tests/security/attack-packets.test.ts'],
  10: ['tests/e2e/attack.spec.ts', 'tests/e2e/attack-every-way.spec.ts', 'tests/security/attack-packets.test.ts'],
  11: ['tests/security/fuzz/fuzz.test.ts', 'tests/security/fuzz/gate.test.ts', 'tests/vault/dispatch.test.ts', 'tests/e2e/attack.spec.ts'],
  12: ['tests/security/package.test.ts'],
  13: ['tests/security/day-of-work.test.ts', 'tests/e2e/attack.spec.ts', 'tests/security/rule-13-profile.test.ts'],
  14: [
    'tests/vault/chain.test.ts',
    'tests/vault/verify-together.test.ts',
    'tests/vault/canonical.test.ts',
    'tests/vault/format-vectors.test.ts',
    'tests/unit/casework/audit.test.ts',
  ],
  15: ['tests/vault/chain.test.ts', 'tests/vault/format-vectors.test.ts'],
  21: ['tests/security/deletion.test.ts', 'tests/security/rule-21-purge.test.ts', 'tests/e2e/erasing.spec.ts'],
  22: [
    'tests/security/rule-22-quick-erase.test.ts',
    'tests/security/rule-22-travel-copy.test.ts',
    'tests/vault/stopping.test.ts',
    'tests/e2e/coercion.spec.ts',
    'tests/e2e/travel.spec.ts',
  ],
  23: [
    'tests/vault/backup.test.ts',
    'tests/unit/domain/backup-rotation.test.ts',
    'tests/contract/cli/backup.test.ts',
    'tests/unit/main/long-work.test.ts',
    'tests/e2e/stopping.spec.ts',
  ],
  24: ['tests/security/rule-24-computer.test.ts', 'tests/vault/second-place.test.ts', 'tests/unit/main/copying.test.ts'],
  25: ['tests/contract/reader/reader.test.ts', 'tests/contract/reader/keys.test.ts', 'tests/vault/format-vectors.test.ts'],
}

/** Rules of what is not built yet; each comes with its part, and says so in the threat model. */
export const later: Readonly<Record<number, string>> = {
  16: 'attachments',
  17: 'attachments',
  18: 'redaction',
  19: 'redaction and export',
  20: 'import and packages',
}
