import { join } from 'node:path'

import { createHandlers } from '../../../electron/casework/index.ts'
import { answerAppCall } from '../../../electron/cli/rpc-app-calls.ts'
import { answerDraftsCall, closeDrafts } from '../../../electron/cli/rpc-drafts.ts'
import type { Session } from '../../../electron/cli/session.ts'
import { calls } from '../../../electron/contract/index.ts'
import type { Answer, CallInput, CallName, CallOutput } from '../../../electron/contract/index.ts'
import { createDispatcher } from '../../../electron/vault/index.ts'
import type { Dispatcher, Vault } from '../../../electron/vault/index.ts'
import { writeBackup } from '../../../electron/vault/backup-file.ts'
import { secretsOf } from '../../../electron/vault/vault.ts'
import { closedVault, newVault, open, passphrase, temporaryFolder } from '../../vault/support.ts'

/** What stands behind the contract: an open vault and its drafts, or nothing while locked. */
export type World = {
  vault: Vault
  /** The other vault, by the name of its backup and the words of its last change. */
  elsewhere: { backup: string; words: string }
  answer: (call: CallName, input: unknown) => Promise<Answer<unknown>>
  /** The call as a locked app answers it. */
  whileLocked: (call: CallName, input: unknown) => Promise<Answer<unknown>>
  /** The call in a program with no vault open, allowed to use two places: a free one and one with a vault. */
  fresh: (call: CallName, input: unknown) => Promise<Answer<unknown>>
  call: <C extends CallName>(call: C, input: CallInput<C>) => Promise<CallOutput<C>>
  /** The recovery code of the vault at `placeWithVault`. */
  codeOfTheOther: () => Promise<string>
  close: () => Promise<void>
}

/** Tokens of two places, as main's dialog would hand them out. */
export const freePlace = 'place-0123456789abcdefghijklmn'
export const placeWithVault = 'place-abcdefghijklmn0123456789'

const answering = (dispatcher: Dispatcher, session: Session | undefined): World['answer'] => {
  // An open vault may write a copy elsewhere. A locked app is granted nothing: it would make a vault and be locked no more.
  const grants = session === undefined ? {} : { [freePlace]: join(temporaryFolder(), 'New.habeas') }
  return (call, input) => {
    const { where } = calls[call]
    if (where === 'vault') return dispatcher.dispatch(call, input, grants)
    return where === 'drafts' ? answerDraftsCall(call, input, session) : answerAppCall(call, input, session)
  }
}

const newDispatcher = (): Dispatcher => createDispatcher({ createHandlers })

async function withBackup(folder: string): Promise<World['elsewhere']> {
  const vault = await open(folder)
  createHandlers(vault)
  const backup = '2026-01-02.habeas-backup'
  writeBackup({ folder, dataKey: secretsOf(vault).dataKey, vaultId: vault.info.vaultNumber }, join(folder, 'backups', backup), {
    kind: 'manual',
    createdAt: Date.UTC(2026, 0, 2),
  })
  const words = vault.fingerprint().words.join(' ')
  vault.close()
  return { backup, words }
}

/** A real vault behind the real dispatcher, as the vault process, the drafts process and the command line put them together. */
export async function openWorld(): Promise<World> {
  const vault = await newVault()
  const elsewhere = await closedVault(1)
  const known = await withBackup(elsewhere)
  const dispatcher = newDispatcher()
  dispatcher.adopt(vault)
  const session: Session = {
    dispatcher,
    folder: vault.folder,
    call: () => Promise.reject(new Error('not used')),
    close: () => dispatcher.close(),
  }
  const answer = answering(dispatcher, session)
  let code: string | undefined
  return {
    vault,
    elsewhere: known,
    answer,
    whileLocked: answering(newDispatcher(), undefined),
    async fresh(call, input) {
      const without = newDispatcher()
      const answered = await without.dispatch(call, input, {
        [freePlace]: join(temporaryFolder(), 'New.habeas'),
        [placeWithVault]: elsewhere,
      })
      await without.close()
      return answered
    },
    async call(name, input) {
      const answered = (await answer(name, input)) as Answer<CallOutput<typeof name>>
      if (!answered.ok) throw new Error(`${name}: ${JSON.stringify(answered.error)}`)
      return answered.value
    },
    async codeOfTheOther() {
      if (code !== undefined) return code
      const other = newDispatcher()
      other.adopt(await open(elsewhere))
      const made = await other.dispatch('keys.makeRecoveryCode', { current: passphrase })
      await other.close()
      code = calls['keys.makeRecoveryCode'].output.parse(made.ok ? made.value : undefined).code
      return code
    },
    async close() {
      closeDrafts(session)
      await dispatcher.close()
    },
  }
}
