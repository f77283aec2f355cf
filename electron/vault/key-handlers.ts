import type { CallOutput, CallRequest, CallsOf } from '../contract/index.ts'
import type { DispatcherParts, Grants } from './dispatch.ts'
import { VaultError } from './errors.ts'
import type { Vault } from './vault.ts'

/** The calls on the vault's keys. */
export type KeyCall = Extract<CallsOf<'vault'>, `keys.${string}`>

type KeyHandlers = { [C in KeyCall]: (input: CallRequest<C>, grants: Grants) => CallOutput<C> | Promise<CallOutput<C>> }
type Parts = Omit<DispatcherParts, 'createHandlers'> & { vault: () => Vault | undefined; adopt: (vault: Vault) => void }

/** Handlers of the `keys.*` calls. */
export function createKeyHandlers(_parts: Parts): KeyHandlers {
  const notYet = (): never => {
    throw new VaultError('internal', { where: 'keys' })
  }
  return {
    'keys.list': notYet,
    'keys.addPassphrase': notYet,
    'keys.makeRecoveryCode': notYet,
    'keys.makeShares': notYet,
    'keys.try': notYet,
    'keys.revoke': notYet,
    'keys.readShares': notYet,
    'keys.whose': notYet,
    'keys.recover': notYet,
    'keys.rekey': notYet,
  }
}
