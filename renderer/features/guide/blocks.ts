/** Chapters in the order in which they are read; the name is how others link to one. */
export const chapterIds = [
  'first-steps',
  'call',
  'grading',
  'dates',
  'whereabouts',
  'finding',
  'history',
  'reports',
  'safety',
  'locking',
  'keys',
  'backups',
  'damage',
  'pressure',
  'computer',
  'keyboard',
  'words',
] as const
export type ChapterId = (typeof chapterIds)[number]

/** Chapters that are wanted when the vault can't be opened, too: the lock screen has them. They hold nothing of a case. */
export const safetyChapterIds = ['safety', 'locking', 'keys', 'backups', 'damage', 'pressure', 'computer'] as const satisfies ChapterId[]

export const isChapterId = (name: string): name is ChapterId => chapterIds.some((id) => id === name)

/** Pictures of the program, taken by `build/guide-pictures.mjs`. */
export const pictureNames = ['home', 'intake', 'citing', 'case', 'search', 'report', 'unlock'] as const
export type PictureName = (typeof pictureNames)[number]

/**
 * A piece of a chapter. In texts, `{name}` stands for words of the program's own (guide-labels.ts), so that the guide calls a
 * button what the button is called; `[Ctrl+K]` stands for keys; `{#keys}` leads to another chapter by its title.
 */
export type Block =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'list' | 'steps'; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'picture'; readonly picture: PictureName; readonly alt: string }
  /** Dates as people type them; what is understood is read by the program itself. */
  | { readonly kind: 'dates'; readonly items: readonly string[] }
  /** The keys of all commands, as the program has them now. */
  | { readonly kind: 'shortcuts' }

export type Chapter = { readonly title: string; readonly lead: string; readonly blocks: readonly Block[] }
export type Guide = { readonly [Id in ChapterId]: Chapter }

/** The same guide in other words: every chapter with the same blocks, of the same lengths, in the same order. */
export type SameShape<Text> = Text extends string
  ? string
  : { readonly [Key in keyof Text]: Key extends 'kind' | 'picture' ? Text[Key] : SameShape<Text[Key]> }
