/** Kinds of write in the midst of which processes are killed. */
export const killKinds = [
  'change',
  'draft',
  'checkpoint',
  'header',
  're-key',
  'search index',
  'backup',
  'erase',
  'open and close',
  'create',
  'restore',
  'migration',
] as const
export type KillKind = (typeof killKinds)[number]

/** How the window was left is no change: whether a setting that was under way arrived can't be told from the chain. */
export const notChained = ['preferences'] as const

/** What a child is told to do. `folder` is a vault, or where vaults are to be made. */
export type Order = { kind: KillKind; folder: string; passphrase: string; seed: number; backup: string }

/** What a child says, one line each, written before it goes on. */
export type Word =
  | { word: 'ready' | 'begins' }
  | { word: 'answered'; records: string; drafts: string; chain: { seq: number; hash: string } }
  | { word: 'draft'; next: string }
  | { word: 'passphrase'; next: string }
  | { word: 'passphrase-answered'; now: string }
  | { word: 'file' | 'vault'; path: string }
