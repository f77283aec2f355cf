import { randomBytes } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'

import { z } from 'zod'

import { calls } from '../contract/index.ts'
import type { Answer, AppEvent, CallName } from '../contract/index.ts'
import { places } from './places.ts'
import { startHelper } from './processes.ts'
import type { HelperProcess } from './processes.ts'
import { isProgress } from './progress.ts'

/** Calls of the page that take long: a process of their own does them, and the vault goes on. */
const longCalls = ['vault.verify', 'backups.make', 'backups.verify'] as const satisfies readonly CallName[]
export const isLongCall = (call: CallName): call is (typeof longCalls)[number] => (longCalls as readonly CallName[]).includes(call)

/** Besides them, what main itself has done: the first backup of a day, and one to a file that was chosen. */
export type LongCall = (typeof longCalls)[number] | 'daily' | 'save'

export type LongWork = {
  /** Does one piece of work after those that are waiting; `cancelled` where it was stopped. Never rejects. */
  run(call: LongCall, input: unknown): Promise<Answer<unknown>>
  /** Does other work after those that are waiting, while none of them is under way; `cancelled` where it was stopped before. */
  alone(work: () => Promise<Answer<unknown>>): Promise<Answer<unknown>>
  /** Stops the work of helpers: what is under way, and what waits for its turn. */
  cancel(): void
  /** Stops what was given to `alone` and waits for its turn, and nothing else: what is under way is somebody's too. */
  cancelAlone(): void
  /** Kills the process at once; nothing new is begun. */
  killNow(): void
}

type LongWorkParts = {
  /** Asks the vault process. */
  askVault: (call: string, input: unknown) => Promise<Answer<unknown>>
  /** The open vault's folder. */
  folder: () => string | null
  broadcast: (event: AppEvent) => void
}

const keySchema = z.object({ publicKey: z.string() })
const doneSchema = z.object({ value: z.unknown(), record: z.unknown() })
/** What a helper tells of a backup that has its name while it goes on with the rest. The vault process looks at the record. */
const madeSchema = z.strictObject({
  type: z.literal('work.made'),
  value: z.union([calls['backups.make'].output, calls['backups.saveAs'].output.unwrap()]),
  record: z.record(z.string(), z.unknown()),
})
const appliedSchema = z.object({ changeNo: z.int() })

const refused = (code: 'locked' | 'cancelled' | 'internal'): Answer<never> => ({
  ok: false,
  error: { code, params: code === 'internal' ? { where: 'work' } : {} },
})

/** While the snapshot is written the helper can't speak; how far it has come shows in the file that grows. Milliseconds. */
const lookEvery = 250
/** The share of a backup that is over when its snapshot is; as the vault counts it. */
const shareOfSnapshot = 0.4

/**
 * Long work in a helper process, one piece at a time. The key goes from the vault process to it sealed: main relays it and
 * can't read it. What is to be remembered of the work goes back to the vault process, the only one that writes.
 */
export function createLongWork({ askVault, folder, broadcast }: LongWorkParts): LongWork {
  let helper: HelperProcess | undefined
  let queue: Promise<unknown> = Promise.resolve()
  /** How often each of the two was stopped: what was asked for before the last time is not wanted any more. */
  const stops = { helped: 0, alone: 0 }
  let ended = false

  async function work(call: LongCall, input: unknown, wanted: () => boolean): Promise<Answer<unknown>> {
    const place = folder()
    if (place === null || ended) return refused('locked')
    const staging = `.making-${randomBytes(6).toString('hex')}`
    const snapshot = call === 'vault.verify' || call === 'backups.verify' ? null : watchSnapshot(place, staging)
    let made: z.infer<typeof doneSchema> | undefined
    helper = startHelper({
      module: places.helperProcess,
      name: 'Habeas long work',
      onEvent: (event) => {
        const read = madeSchema.safeParse(event)
        if (read.success) made = read.data
        if (!isProgress(event)) return
        if (event.share !== null) snapshot?.stop()
        broadcast(event)
      },
    })
    try {
      const answer = await ask(helper, { call, input, folder: place, staging })
      // What is done stands, however the rest ended: it is remembered, and nobody is told that it was stopped.
      const done = answer.ok ? doneSchema.safeParse(answer.value).data : ended ? undefined : made
      if (done === undefined) return answer.ok ? refused('internal') : wanted() ? answer : refused('cancelled')
      const applied = await askVault('internal.applyWork', { record: done.record ?? null })
      if (!applied.ok) return applied
      const changed = appliedSchema.safeParse(applied.value)
      // What the vault remembers of its backups stands in the audit chain; no record of a case has changed.
      if (changed.success) broadcast({ type: 'data.changed', changeNo: changed.data.changeNo, tables: ['audit_entries'], ids: [] })
      return answer.ok || !wanted() ? { ok: true, value: done.value } : answer
    } finally {
      snapshot?.stop()
      // It held the key: it has no second life.
      helper.killNow()
      helper = undefined
      if (!ended) await askVault('internal.afterWork', call === 'save' ? input : {})
    }
  }

  async function ask(
    to: HelperProcess,
    { folder: place, ...rest }: { call: LongCall; input: unknown; folder: string; staging: string },
  ): Promise<Answer<unknown>> {
    const asked = await to.call('internal.workKey', {})
    const key = asked.ok ? keySchema.safeParse(asked.value) : undefined
    if (key?.success !== true) return asked.ok ? refused('internal') : asked
    const sealed = await askVault('internal.sealWorkKey', key.data)
    if (!sealed.ok) return sealed
    return to.call('internal.work', { folder: place, ...(sealed.value as object), ...rest })
  }

  /** Tells how far a snapshot has come, by the size of its file, until it is stopped. */
  function watchSnapshot(place: string, staging: string): { stop(): void } {
    const sizeOf = async (file: string): Promise<number> => (await stat(file).catch(() => undefined))?.size ?? 0
    const timer = setInterval(() => {
      void Promise.all([sizeOf(join(place, 'backups', staging, 'vault.db')), sizeOf(join(place, 'vault.db'))]).then(([made, all]) => {
        if (made > 0 && all > 0 && helper !== undefined && !stopped)
          broadcast({ type: 'progress', work: 'backup', share: shareOfSnapshot * Math.min(1, made / all) })
      })
    }, lookEvery)
    let stopped = false
    return {
      stop() {
        stopped = true
        clearInterval(timer)
      },
    }
  }

  function inTurn(kind: keyof typeof stops, what: (wanted: () => boolean) => Promise<Answer<unknown>>): Promise<Answer<unknown>> {
    const before = stops[kind]
    const wanted = (): boolean => stops[kind] === before
    const turn = queue.then(() => (wanted() ? what(wanted) : refused('cancelled')))
    queue = turn.catch(() => undefined)
    return turn
  }

  return {
    run(call, input) {
      return inTurn('helped', (wanted) => work(call, input, wanted))
    },
    alone(other) {
      return inTurn('alone', other)
    },
    cancel() {
      stops.helped += 1
      helper?.killNow()
    },
    cancelAlone() {
      stops.alone += 1
    },
    killNow() {
      ended = true
      helper?.killNow()
    },
  }
}
