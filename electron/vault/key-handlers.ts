import type { CallOutput, CallRequest, CallsOf } from '../contract/index.ts'
import type { DispatcherParts, Grants } from './dispatch.ts'
import { VaultError } from './errors.ts'
import { addPassphrase, listKeys, makeRecoveryCode, makeShares, revokeKey, tryKey } from './key-changes.ts'
import type { RecoverySecret } from './key-slots.ts'
import { passphraseOwners, recoverVault } from './recover.ts'
import { readShares } from './recovery-shares.ts'
import { rekeyVault } from './rekey.ts'
import type { Stoppable } from './stops.ts'
import type { Vault } from './vault.ts'
import { describeVault, granted } from './vault-handlers.ts'

/** The calls on the vault's keys. */
export type KeyCall = Extract<CallsOf<'vault'>, `keys.${string}`>

type KeyHandlers = {
  [C in KeyCall]: (input: CallRequest<C>, grants: Grants, isStopped: () => boolean) => CallOutput<C> | Promise<CallOutput<C>>
}
type Parts = Omit<DispatcherParts, 'createHandlers'> & {
  vault: () => Vault | undefined
  adopt: (vault: Vault) => void
  /** Says that no vault is open any more. */
  abandon: () => void
  stop: (what: Stoppable) => void
}

/** The schema has seen to it that there is exactly one of the two. */
const secretOf = ({ code, shares = [] }: { code?: string | undefined; shares?: string[] | undefined }): RecoverySecret =>
  code === undefined ? { shares } : { code }

/** Handlers of the `keys.*` calls. */
export function createKeyHandlers({ vault, adopt, abandon, stop, onProgress = () => undefined }: Parts): KeyHandlers {
  const opened = (): Vault => {
    const current = vault()
    if (current === undefined) throw new VaultError('locked')
    return current
  }
  const refuseOpen = (): void => {
    if (vault() !== undefined) throw new VaultError('already_unlocked')
  }
  return {
    'keys.list': () => listKeys(opened()),
    'keys.addPassphrase': (input) => addPassphrase(opened(), input),
    'keys.makeRecoveryCode': ({ current }) => makeRecoveryCode(opened(), current),
    'keys.makeShares': (input) => makeShares(opened(), input),
    'keys.try': (secret) => tryKey(opened(), secret),
    'keys.revoke': async (input) => {
      await revokeKey(opened(), input)
      return {}
    },
    'keys.readShares': ({ shares }) => readShares(shares),
    'keys.whose': async ({ place, ...typed }, grants) => {
      refuseOpen()
      return { caseworkers: await passphraseOwners(granted(place, grants), secretOf(typed)) }
    },
    'keys.recover': async ({ place, passphrase, slotId, name, ...typed }, grants) => {
      refuseOpen()
      const recovered = await recoverVault(granted(place, grants), {
        secret: secretOf(typed),
        passphrase,
        slotId,
        name,
        onProgress: (share) => onProgress({ work: 'unlock', share }),
      })
      try {
        adopt(recovered)
      } catch (error) {
        recovered.close()
        throw error
      }
      return describeVault(recovered)
    },
    'keys.rekey': async ({ current, keep }, _grants, isStopped) => {
      const before = opened()
      onProgress({ work: 'rekey', share: null })
      try {
        const {
          vault: after,
          ended,
          olderBackups,
        } = await rekeyVault(before, {
          current,
          keep,
          onProgress: (share) => onProgress({ work: 'rekey', share }),
          isCancelled: isStopped,
        })
        try {
          adopt(after)
        } catch (error) {
          after.close()
          throw error
        }
        return { ended, olderBackups }
      } catch (error) {
        // Where it got as far as closing the vault, no call may go on as if it were open.
        if (!before.db.open) abandon()
        throw error
      }
    },
    'keys.cancelRekey': () => {
      stop('rekey')
      return {}
    },
  }
}
