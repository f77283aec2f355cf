import type { Answer, CallError, RecordTable, Written } from '../../../../electron/contract/index.ts'
import { placeOf, type FieldKey } from './field-key.ts'
import type { FieldValue } from './field-values.ts'

/** How far a typed text has come: a draft, on its way, a change of the vault, or held back with the reason. */
export type EntryState = 'typing' | 'saving' | 'saved' | 'restored' | 'refused' | 'conflict' | 'failed'

export type Entry = {
  text: string
  state: EntryState
  /** The row's revision that the person saw when the typing began. */
  baseRevision: number
  /** The text that the vault had then. */
  original: string
  error: CallError | null
  /** Whether the vault's drafts hold this very text. */
  draft: 'on_its_way' | 'kept' | 'failed'
  /** When a draft from an earlier opening was typed, UTC milliseconds. */
  typedAt: number | null
}

/** A text that was given up and can still be had back; `original` is the one given back instead of it. */
export type Discarded = { text: string; original: string }

/** What the whole document can say about itself. */
export type SavingState =
  | { kind: 'saved' }
  | { kind: 'saving' }
  | { kind: 'draft' }
  | { kind: 'not_saved'; key: FieldKey; error: CallError | null }

export type SaverParts = {
  putDraft: (key: FieldKey, text: string, baseRevision: number) => Promise<Answer<unknown>>
  clearDraft: (key: FieldKey) => Promise<unknown>
  update: (table: RecordTable, id: string, baseRevision: number, fields: Record<string, FieldValue>) => Promise<Answer<Written>>
  /** What the typed text stands for, or why it stands for nothing. */
  read: (key: FieldKey, text: string) => { ok: true; value: FieldValue } | { ok: false; reason: string }
  later: (work: () => void, milliseconds: number) => () => void
}

/** A key press is a draft on disk well within the 300 ms that locking allows for. */
export const draftAfter = 150
/** Somebody who pauses this long has said what they wanted to say. */
export const changeAfter = 5000

export type FieldSaver = ReturnType<typeof createFieldSaver>

/**
 * Keeps what is typed safe: each key press becomes a draft, and a draft becomes a change when the field is left or
 * nobody types for a while. Saves of one row go one after the other. It knows nothing of the page.
 */
export function createFieldSaver(parts: SaverParts) {
  let entries: ReadonlyMap<FieldKey, Entry> = new Map()
  const discarded = new Map<FieldKey, Discarded>()
  const listeners = new Set<() => void>()
  const draftTimers = new Map<FieldKey, () => void>()
  const idleTimers = new Map<FieldKey, () => void>()
  const rowQueues = new Map<string, Promise<void>>()
  const revisions = new Map<string, number>()

  const rowOf = (key: FieldKey) => key.slice(0, key.lastIndexOf('/'))

  function set(key: FieldKey, entry: Entry | null): void {
    const next = new Map(entries)
    if (entry === null) next.delete(key)
    else next.set(key, entry)
    entries = next
    for (const listener of listeners) listener()
  }

  function stop(timers: Map<FieldKey, () => void>, key: FieldKey): void {
    timers.get(key)?.()
    timers.delete(key)
  }

  function writeDraft(key: FieldKey): void {
    stop(draftTimers, key)
    const entry = entries.get(key)
    if (entry === undefined) return
    void parts.putDraft(key, entry.text, entry.baseRevision).then((answer) => {
      const now = entries.get(key)
      // An answer to fewer letters says nothing about the ones typed since.
      if (now !== undefined && now.text === entry.text) set(key, { ...now, draft: answer.ok ? 'kept' : 'failed' })
    })
  }

  function drop(key: FieldKey): void {
    stop(draftTimers, key)
    stop(idleTimers, key)
    if (entries.has(key)) set(key, null)
    void parts.clearDraft(key)
  }

  /** Runs after every earlier save of the same row. */
  function inTurn(key: FieldKey, work: () => Promise<void>): Promise<void> {
    const row = rowOf(key)
    const turn = (rowQueues.get(row) ?? Promise.resolve()).then(work)
    rowQueues.set(row, turn)
    return turn
  }

  async function save(key: FieldKey): Promise<void> {
    const entry = entries.get(key)
    const place = placeOf(key)
    if (entry === undefined || place === null || entry.state === 'saved') return
    const { text } = entry
    const value = parts.read(key, text)
    if (!value.ok) {
      set(key, { ...entry, state: 'refused', error: { code: 'invalid_input', params: { path: place.field, reason: value.reason } } })
      return
    }
    set(key, { ...entry, state: 'saving', error: null })
    const answer = await parts.update(place.table, place.id, entry.baseRevision, { [place.field]: value.value })
    const now = entries.get(key)
    if (answer.ok) {
      revisions.set(rowOf(key), Math.max(answer.value.revision, revisions.get(rowOf(key)) ?? 0))
      if (now === undefined) return
      const more = now.text !== text
      set(key, {
        ...now,
        state: more ? 'typing' : 'saved',
        baseRevision: answer.value.revision,
        original: text,
        error: null,
        typedAt: null,
      })
      if (!more) void parts.clearDraft(key)
      return
    }
    const { error } = answer
    if (now === undefined) return
    set(key, { ...now, state: error.code === 'conflict' ? 'conflict' : error.code === 'invalid_input' ? 'refused' : 'failed', error })
  }

  function commit(key: FieldKey): Promise<void> {
    stop(idleTimers, key)
    if (draftTimers.has(key)) writeDraft(key)
    return inTurn(key, () => save(key))
  }

  const saver = {
    subscribe(listener: () => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    entries: () => entries,
    entry: (key: FieldKey) => entries.get(key),
    discarded: (key: FieldKey) => discarded.get(key),

    /** The newest revision of a row that the page has seen, from the document or from an answer. */
    known(table: RecordTable, id: string, revision: number): void {
      const row = `${table}/${id}`
      revisions.set(row, Math.max(revision, revisions.get(row) ?? 0))
    },
    revisionOf: (table: RecordTable, id: string) => revisions.get(`${table}/${id}`) ?? 0,

    /** What the person has typed so far; `original` is the text as the vault has it. */
    type(key: FieldKey, text: string, original: string): void {
      discarded.delete(key)
      const before = entries.get(key)
      const going = before !== undefined && before.state !== 'saved'
      set(key, {
        text,
        state: 'typing',
        baseRevision: going ? before.baseRevision : Math.max(revisions.get(rowOf(key)) ?? 0, before?.baseRevision ?? 0),
        original: going ? before.original : original,
        error: null,
        draft: 'on_its_way',
        typedAt: null,
      })
      if (!draftTimers.has(key))
        draftTimers.set(
          key,
          parts.later(() => writeDraft(key), draftAfter),
        )
      stop(idleTimers, key)
      idleTimers.set(
        key,
        parts.later(() => void commit(key), changeAfter),
      )
    },

    /** The field is left: what was typed becomes a change, or nothing where it is what it was. */
    async leave(key: FieldKey): Promise<void> {
      const entry = entries.get(key)
      if (entry === undefined) return
      if (entry.state === 'typing' && entry.text === entry.original) drop(key)
      else if (entry.state === 'typing') await commit(key)
    },

    /** A choice is made at once and needs no draft before it. */
    async choose(key: FieldKey, text: string, original: string): Promise<void> {
      saver.type(key, text, original)
      await saver.leave(key)
    },

    /** Escape, or "discard": back to what the vault has. The typed text can be taken back until something else is typed. */
    discard(key: FieldKey): void {
      const entry = entries.get(key)
      if (entry !== undefined && entry.state !== 'saved' && entry.text !== entry.original)
        discarded.set(key, { text: entry.text, original: entry.original })
      drop(key)
    },

    /** Gives back what `discard` took: it is typed text again, and becomes a change as if the field had just been left. */
    async takeBack(key: FieldKey): Promise<void> {
      const given = discarded.get(key)
      if (given !== undefined) await saver.choose(key, given.text, given.original)
    },

    /** "Keep", "try again", or "mine" after a conflict, which is then based on the revision given. */
    async keep(key: FieldKey, onRevision?: number): Promise<void> {
      const entry = entries.get(key)
      if (entry === undefined) return
      set(key, { ...entry, state: 'typing', error: null, baseRevision: onRevision ?? entry.baseRevision })
      await commit(key)
    },

    /** Takes up drafts that an earlier opening left behind. */
    restore(drafts: readonly { key: FieldKey; text: string; baseRevision: number | null; at: number; original: string }[]): void {
      for (const draft of drafts) {
        if (entries.has(draft.key)) continue
        if (draft.text === draft.original) {
          void parts.clearDraft(draft.key)
          continue
        }
        set(draft.key, {
          text: draft.text,
          state: 'restored',
          baseRevision: draft.baseRevision ?? saver.revisionOf(placeOf(draft.key)?.table ?? 'case_files', placeOf(draft.key)?.id ?? ''),
          original: draft.original,
          error: null,
          draft: 'kept',
          typedAt: draft.at,
        })
      }
    },

    /** A saved text is let go once the document read anew holds it. */
    caughtUp(key: FieldKey): void {
      if (entries.get(key)?.state === 'saved') set(key, null)
    },

    /** Waits until every save of the row that is under way has been answered. */
    async settled(table: RecordTable, id: string): Promise<void> {
      await rowQueues.get(`${table}/${id}`)
    },

    /** The document is left: nothing waits for a timer any more. */
    async leaveAll(): Promise<void> {
      await Promise.all([...entries].filter(([, entry]) => entry.state === 'typing').map(([key]) => saver.leave(key)))
      await Promise.all(rowQueues.values())
    },
  }
  return saver
}

/** What the document says of itself, out of what its fields say: trouble first, then work under way, then peace. */
export function savingStateOf(entries: ReadonlyMap<FieldKey, Entry>): SavingState {
  const held = (entry: Entry) => entry.state === 'refused' || entry.state === 'conflict' || entry.state === 'failed'
  for (const [key, entry] of entries)
    if (held(entry) || (entry.state === 'typing' && entry.draft === 'failed')) return { kind: 'not_saved', key, error: entry.error }
  for (const entry of entries.values())
    if (entry.state === 'saving' || (entry.state === 'typing' && entry.draft === 'on_its_way')) return { kind: 'saving' }
  for (const entry of entries.values()) if (entry.state === 'typing' || entry.state === 'restored') return { kind: 'draft' }
  return { kind: 'saved' }
}
