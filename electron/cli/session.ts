import { createHandlers } from '../casework/index.ts'
import { fillDemonstration } from '../casework/demonstration/index.ts'
import { searchChecks } from '../casework/search/check-index.ts'
import type { Answer, CallInput, CallName, CallOutput } from '../contract/index.ts'
import { createDispatcher } from '../vault/dispatch.ts'
import type { Dispatcher } from '../vault/dispatch.ts'
import { VaultError, createVault, openVault } from '../vault/index.ts'
import { Failure } from './failure.ts'

/** An open vault that speaks the contract, without a window. */
export type Session = {
  dispatcher: Dispatcher
  /** Makes one call and gives its value; an error of the contract is thrown as `Failure`. */
  call: <C extends CallName>(call: C, input: CallInput<C>) => Promise<CallOutput<C>>
  folder: string
  close: () => Promise<void>
}

export const makeDispatcher = (): Dispatcher =>
  createDispatcher({
    createHandlers,
    fillDemonstration,
    checks: searchChecks,
  })

function sessionOf(dispatcher: Dispatcher, folder: string): Session {
  return {
    dispatcher,
    folder,
    close: () => dispatcher.close(),
    async call(call, input) {
      const answer = (await dispatcher.dispatch(call, input)) as Answer<CallOutput<typeof call>>
      if (!answer.ok) throw new Failure(answer.error.code, answer.error.params)
      return answer.value
    },
  }
}

const asFailure = (error: unknown): unknown => (error instanceof VaultError ? new Failure(error.code, error.params) : error)

export async function openSession(folder: string, passphrase: string): Promise<Session> {
  const dispatcher = makeDispatcher()
  try {
    dispatcher.adopt(await openVault(folder, { passphrase }))
  } catch (error) {
    throw asFailure(error)
  }
  return sessionOf(dispatcher, folder)
}

export async function createSession(
  folder: string,
  options: { passphrase: string; title: string; caseworkerName: string; demonstration?: boolean },
): Promise<Session> {
  const dispatcher = makeDispatcher()
  try {
    const { demonstration, ...rest } = options
    const vault = await createVault(folder, rest)
    dispatcher.adopt(vault)
    if (demonstration === true) await fillDemonstration(vault)
  } catch (error) {
    await dispatcher.close()
    throw asFailure(error)
  }
  return sessionOf(dispatcher, folder)
}
