import type { ErrorParams } from '../contract/index.ts'

const value = (params: ErrorParams, name: string): string => {
  const found = params[name]
  return Array.isArray(found) ? found.join(', ') : String(found ?? '')
}

export const wordsEn = {
  help: `habeas: the vault's services without a window

  create VAULT [--caseworker NAME]     a new, empty vault
  demo VAULT                           a new vault with the demonstration case files
  info VAULT [--header-only]           name, schema version, cipher, key derivation, counts
  list VAULT [--limit N] [--offset N]  case files
  search VAULT QUERY [--limit N]       case files that match, best first
  show VAULT REF                       one case file whole
  report VAULT REF --template case [--lang en|es|fr|ar] [--audience NAME] [--date YYYY-MM-DD] --out FILE.pdf [--force]
  backup VAULT --out FILE              the whole vault in one encrypted file, verified after writing
  restore FILE --to VAULT              a vault out of such a file; without a passphrase, checked by checksums only
  verify VAULT                         checks every part; exit code 4 on any fault
  rpc VAULT [--locked]                 the page's own calls as JSON lines
  rpc --list                           every call, as JSON

Passphrase: --passphrase-file FILE, or --passphrase-stdin (first line), or asked on the terminal.
--json prints one JSON document; errors go to standard error.
Exit codes: 0 done, 2 usage, 3 vault not opened, 4 damage, 5 nothing of that name, 6 input refused, 1 anything else.`,
  askPassphrase: 'Passphrase: ',
  askNewPassphrase: 'New passphrase: ',
  askAgain: 'Once more: ',
  notTheSame: 'The two passphrases differ; nothing was made.',
  created: (folder: string) => `Made the vault ${folder}.`,
  demoCreated: (folder: string, cases: number) =>
    `Made the demonstration vault ${folder} with ${cases} case files; the people in it who are tagged as invented do not exist.`,
  reportWritten: (file: string, bytes: number) => `Wrote ${file} (${bytes} bytes). It is outside the vault and not encrypted.`,
  missingGlyphs: (count: number) => `${count} different characters could not be shown and stand as a marked placeholder.`,
  backupWritten: (file: string, bytes: number) => `Wrote ${file} (${bytes} bytes), encrypted; it was read back, opened and found whole.`,
  restored: (folder: string, when: string) => `Restored the vault ${folder} as it was on ${when}.`,
  restoredWhole: 'Every page, link and row was checked.',
  restoredUnchecked: 'Checked by checksums only: that rules out damage, not forgery. Open it with its passphrase and run "verify".',
  sound: 'The vault is sound.',
  fault: (what: string) => `Fault: ${what}`,
  total: (count: number) => `${count} in all`,
  noHits: 'Nothing found.',
  labels: {
    name: 'Name',
    created: 'Created',
    schema: 'Schema version',
    cipher: 'Cipher',
    kdf: 'Key derivation',
    change: 'Last change',
    counts: 'Counts',
    sources: 'Sources',
    inBin: 'In the bin',
  },
  errors: {
    usage: (params: ErrorParams) => `${value(params, 'reason')}\nSee "habeas --help".`,
    invalid_input: (params: ErrorParams) =>
      `The input was refused at "${value(params, 'path')}": ${value(params, 'reason')}. Nothing was changed.`,
    locked: () => 'The vault is locked.',
    already_unlocked: () => 'The vault is open already.',
    not_found: (params: ErrorParams) => `Nothing has this name${params['what'] === undefined ? '' : ` (${value(params, 'what')})`}.`,
    conflict: (params: ErrorParams) => `Changed by somebody else since it was read: ${value(params, 'fields')}. Nothing was changed.`,
    in_bin: () => 'It lies in the bin; restore it first.',
    undo_refused: (params: ErrorParams) => `The change can't be undone: ${value(params, 'reason')}.`,
    wrong_passphrase: () => 'The passphrase does not open this vault. Nothing was changed.',
    weak_passphrase: (params: ErrorParams) =>
      `The passphrase is too easy to guess (${value(params, 'reason')}). Choose a longer one, or several unrelated words.`,
    key_refused: (params: ErrorParams) =>
      `This key can’t be added or withdrawn (${value(params, 'reason')}). The vault’s keys are as they were.`,
    recovery_refused: (params: ErrorParams) =>
      `The recovery code or the cards don’t open the vault (${value(params, 'reason')}). Nothing was changed.`,
    older_key: () => 'This backup was made before the vault’s key was made anew. It opens with the passphrase of its time.',
    no_vault: () => 'There is no vault at this place.',
    erased: () =>
      'The key slots of this vault were destroyed by a quick erase. Nothing opens it any more; a backup elsewhere opens by itself.',
    exists: () => 'Something stands at this place already; it was left as it is.',
    newer_version: (params: ErrorParams) =>
      `The vault was written by a newer version of Habeas (${value(params, 'version')}). It was left as it is.`,
    unsupported_kdf: () => 'The key parameters of this vault are outside what is safe to accept. It was left as it is.',
    vault_in_use: () => 'The vault is open in another window or program. Close it there first.',
    damaged: (params: ErrorParams) =>
      params['what'] === 'backup'
        ? `The backup is damaged (${value(params, 'part')}). Nothing was restored; try another one.`
        : `A part of the vault is damaged: ${value(params, 'what')}. Keep the folder as it is; a copy of it on another disk is the first thing to make.`,
    rolled_back: () => 'The vault is older than its own record of the last change. Somebody may have put an older copy in its place.',
    read_only: () => 'The place can\u2019t be written. Nothing was changed.',
    disk_full: () => 'The disk is full. Nothing was changed; make room and try again.',
    disk_failed: () =>
      'The disk answered with an error: it may be full, failing or no longer connected. What was saved before is safe; check the disk and try again.',
    cancelled: () => 'Stopped.',
    needs_window: () => 'This needs the app\u2019s window.',
    process_gone: () => 'A part of the program has ended. What was saved is safe.',
    busy: () => 'The same work is still under way.',
    internal: (params: ErrorParams) => `A fault of the program (${value(params, 'where')}). Nothing was changed.`,
  },
}
