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
import { createVaultHandlers } from './vault-handlers.ts'
import type { OwnCall } from './vault-handlers.ts'
import type { VaultCheck } from './verify-check.ts'

type Handler<C extends CallsOf<'vault'>> = (input: CallRequest<C>, grants?: Grants) => CallOutput<C> | Promise<CallOutput<C>>

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
  let handlers: Record<string, (input: never, grants: Grants) => unknown> = {}
  let queue: Promise<unknown> = Promise.resolve()

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
  const ownParts = { ...parts, vault: () => vault, adopt }
  const own = {
    ...createVaultHandlers(ownParts),
    ...createRescueHandlers(ownParts),
    ...createKeyHandlers({ ...ownParts, abandon }),
  }

  async function answer(call: string, input: unknown, grants: Grants): Promise<Answer<unknown>> {
    if (!isCallName(call) || calls[call].where !== 'vault')
      return refused(new VaultError('invalid_input', { path: 'call', reason: 'unknown_call' }), call)
    const declared = calls[call]
    const read = readShape(declared.input, input)
    if (!read.success) return { ok: false, error: { code: 'invalid_input', params: describeIssue(read.error) } }
    if (vault === undefined && !declared.whileLocked) return { ok: false, error: { code: 'locked', params: {} } }
    try {
      const value: unknown = Object.hasOwn(own, call) ? await runOwn(call, read.data, grants) : await runCasework(call, read.data, grants)
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

  const runOwn = (call: string, input: unknown, grants: Grants): unknown =>
    (own as Record<string, (input: never, grants: Grants) => unknown>)[call]?.(input as never, grants)

  function runCasework(call: string, input: unknown, grants: Grants): unknown {
    const handler = handlers[call]
    if (handler === undefined) throw new VaultError('internal', { where: call })
    return handler(input as never, grants)
  }

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = queue.then(work)
    queue = turn.catch(() => undefined)
    return turn
  }

  return {
    // Stopping something can't wait until it is done.
    dispatch: (call, input, grants = {}) => (stopping.has(call) ? answer(call, input, grants) : inTurn(() => answer(call, input, grants))),
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
