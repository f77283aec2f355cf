import { calls, isCallName, readShape } from '../contract/index.ts'
import type { Answer, CallOutput, CallRequest, CallsOf, Language, Progress } from '../contract/index.ts'
import { VaultError, asCallError } from './errors.ts'
import { describeIssue, pathOf } from './issues.ts'
import { createKeyHandlers } from './key-handlers.ts'
import type { KeyCall } from './key-handlers.ts'
import type { Vault } from './vault.ts'
import { createRescueHandlers } from './rescue/handlers.ts'
import type { RescueCall } from './rescue/handlers.ts'
import { namedDamage } from './rescue/name-damage.ts'
import { createStops, stoppedAs } from './stops.ts'
import type { Stoppable } from './stops.ts'
import { createVaultHandlers } from './vault-handlers.ts'
import type { OwnCall } from './vault-handlers.ts'
import type { VaultCheck } from './verify-check.ts'

type Handler<C extends CallsOf<'vault'>> = (
  input: CallRequest<C>,
  grants?: Grants,
  isStopped?: () => boolean,
) => CallOutput<C> | Promise<CallOutput<C>>
/** As it is called: `isStopped` says whether the call was stopped since it arrived. */
type AnyHandler = (input: never, grants: Grants, isStopped: () => boolean) => unknown

/** The handlers of an open vault, one for each call of the contract that is not the vault's own: a missing one does not compile. */
export type CaseworkHandlers = { [C in Exclude<CallsOf<'vault'>, OwnCall | KeyCall | RescueCall>]: Handler<C> }

/** Absolute paths for the tokens in a call's input, granted by whoever asked the person. */
export type Grants = Readonly<Record<string, string>>

export type DispatcherParts = {
  /** Makes the handlers of an open vault, which may first have to make derived tables anew. */
  createHandlers: (
    vault: Vault,
    options: { onProgress: (share: number) => void; onWork?: (progress: Progress) => void },
  ) => CaseworkHandlers
  /** Fills a new vault with the demonstration case files. */
  fillDemonstration?: (vault: Vault, language: Language) => void | Promise<void>
  /** Checks that `vault.verify` runs besides its own: the search index against its tables. */
  checks?: readonly VaultCheck[]
  onProgress?: (progress: Progress) => void
}

export type Dispatcher = {
  /** Answers one call; never throws. Calls run one after the other, in the order in which they came. */
  dispatch(call: string, input: unknown, grants?: Grants): Promise<Answer<unknown>>
  /** Stops such a call that is under way, and those that wait for their turn: they answer `cancelled`. */
  stop(what: Stoppable): void
  vault(): Vault | undefined
  /** Takes over a vault that is open already (the command line opens it itself). */
  adopt(vault: Vault): void
  /** Closes the vault cleanly, after the calls that are waiting. */
  close(): Promise<void>
}

/** Calls that stop another one. */
const stopping: ReadonlySet<string> = new Set<CallsOf<'vault'>>(['rescue.cancel', 'keys.cancelRekey'])

/** What every answer goes through: known call, schema in, lock, handler, schema out (security rule 11). */
export function createDispatcher(parts: DispatcherParts): Dispatcher {
  let vault: Vault | undefined
  let handlers: Record<string, AnyHandler> = {}
  let queue: Promise<unknown> = Promise.resolve()
  const stops = createStops()

  const adopt = (opened: Vault): void => {
    handlers = parts.createHandlers(opened, {
      onProgress: (share) => parts.onProgress?.({ work: 'unlock', share }),
      onWork: (progress) => parts.onProgress?.(progress),
    })
    vault = opened
  }
  const abandon = (): void => {
    vault = undefined
    handlers = {}
  }
  const ownParts = { ...parts, vault: () => vault, adopt, stop: stops.stop }
  const own = {
    ...createVaultHandlers(ownParts),
    ...createRescueHandlers(ownParts),
    ...createKeyHandlers({ ...ownParts, abandon }),
  }

  async function answer(call: string, input: unknown, grants: Grants, isStopped: () => boolean): Promise<Answer<unknown>> {
    if (!isCallName(call) || calls[call].where !== 'vault')
      return refused(new VaultError('invalid_input', { path: 'call', reason: 'unknown_call' }), call)
    const declared = calls[call]
    const read = readShape(declared.input, input)
    if (!read.success) return { ok: false, error: { code: 'invalid_input', params: describeIssue(read.error) } }
    if (vault === undefined && !declared.whileLocked) return { ok: false, error: { code: 'locked', params: {} } }
    if (isStopped()) return refused(new VaultError('cancelled'), call)
    try {
      const run = Object.hasOwn(own, call) ? runOwn : runCasework
      const value: unknown = await run(call, read.data, grants, isStopped)
      const written = declared.output.safeParse(value)
      // A handler that answers something else than it declared is a fault of the program; what it did stands.
      const change = vault?.takeNotice()
      if (!written.success)
        return { ok: false, error: { code: 'internal', params: { where: call, path: pathOf(written.error.issues[0]) } } }
      return change === undefined ? { ok: true, value: written.data } : { ok: true, value: written.data, change }
    } catch (error) {
      return refused(namedDamage(error, vault), call, vault?.db.name)
    }
  }

  const runOwn = (call: string, input: unknown, grants: Grants, isStopped: () => boolean): unknown =>
    (own as Record<string, AnyHandler>)[call]?.(input as never, grants, isStopped)

  function runCasework(call: string, input: unknown, grants: Grants, isStopped: () => boolean): unknown {
    const handler = handlers[call]
    if (handler === undefined) throw new VaultError('internal', { where: call })
    return handler(input as never, grants, isStopped)
  }

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = queue.then(work)
    queue = turn.catch(() => undefined)
    return turn
  }

  return {
    dispatch(call, input, grants = {}) {
      const what = stoppedAs(call)
      // Counted from now: a stop that comes while the call waits is meant for it too.
      const isStopped = what === undefined ? () => false : stops.since(what)
      const work = (): Promise<Answer<unknown>> => answer(call, input, grants, isStopped)
      // Stopping something can't wait until it is done.
      return stopping.has(call) ? work() : inTurn(work)
    },
    stop: stops.stop,
    vault: () => vault,
    adopt,
    close: () =>
      inTurn(async () => {
        vault?.close()
        abandon()
      }),
  }
}

const refused = (error: unknown, call: string, near?: string): Answer<never> => ({ ok: false, error: asCallError(error, call, near) })
