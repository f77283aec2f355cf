import type { CallOutput, CallRequest, CallsOf } from '../../contract/index.ts'
import type { DispatcherParts, Grants } from '../dispatch.ts'
import { VaultError } from '../errors.ts'
import { unlockHeader } from '../header.ts'
import { wipe } from '../secrets.ts'
import type { Stoppable } from '../stops.ts'
import type { Vault } from '../vault.ts'
import { describeVault, granted } from '../vault-handlers.ts'
import { acceptOlder } from './accept-older.ts'
import { copyVault } from './copy-vault.ts'
import { examineVault } from './examine.ts'
import { holdVault } from './hold.ts'
import { openDamaged } from './open-damaged.ts'
import { paceOf } from './pace.ts'
import type { Pace } from './pace.ts'
import { restoreInPlace } from './restore.ts'
import { salvageVault } from './salvage.ts'

/** The calls that are answered here. */
export type RescueCall = Extract<CallsOf<'vault'>, `rescue.${string}`>

type Handlers = {
  [C in RescueCall]: (input: CallRequest<C>, grants: Grants, isStopped: () => boolean) => CallOutput<C> | Promise<CallOutput<C>>
}
type Parts = Omit<DispatcherParts, 'createHandlers'> & {
  vault: () => Vault | undefined
  adopt: (vault: Vault) => void
  stop: (what: Stoppable) => void
}

/** Handlers of the `rescue.*` calls: the ways out for a vault that doesn't open. They run while no vault is open. */
export function createRescueHandlers({ vault, adopt, stop, onProgress = () => undefined }: Parts): Handlers {
  const tell = (share: number | null): void => onProgress({ work: 'rescue', share })
  const begin = (isStopped: () => boolean): Pace => {
    if (vault() !== undefined) throw new VaultError('already_unlocked')
    tell(null)
    return paceOf(tell, isStopped)
  }
  /** A refused call leaves the app locked, and so must it leave the vault. */
  const adopted = (opened: Vault): CallOutput<'vault.info'> => {
    try {
      adopt(opened)
      return describeVault(opened)
    } catch (error) {
      opened.close()
      throw error
    }
  }

  return {
    'rescue.examine': ({ place, passphrase }, grants, isStopped) => examineVault(granted(place, grants), passphrase, begin(isStopped)),
    'rescue.openReadOnly': async ({ place, passphrase }, grants, isStopped) => {
      begin(isStopped)
      return adopted(await openDamaged(granted(place, grants), passphrase))
    },
    'rescue.restore': ({ place, passphrase, backup, backupPassphrase, language }, grants, isStopped) => {
      begin(isStopped)
      return restoreInPlace(granted(place, grants), {
        backup,
        passphrase,
        language,
        ...(backupPassphrase === undefined ? {} : { backupPassphrase }),
        onProgress: (share) => {
          tell(share)
          if (isStopped()) throw new VaultError('cancelled')
        },
      })
    },
    'rescue.salvage': async ({ place, passphrase, target }, grants, isStopped) => {
      const pace = begin(isStopped)
      const folder = granted(place, grants)
      const lock = holdVault(folder)
      try {
        const unlocked = await unlockHeader(folder, passphrase)
        try {
          return await salvageVault(folder, unlocked, granted(target, grants), { pace })
        } finally {
          wipe(unlocked.dataKey)
        }
      } finally {
        lock.release()
      }
    },
    'rescue.acceptOlder': async ({ place, passphrase, words }, grants, isStopped) => {
      begin(isStopped)
      return adopted(await acceptOlder(granted(place, grants), passphrase, words, tell))
    },
    'rescue.copy': ({ place, target }, grants, isStopped) => copyVault(granted(place, grants), granted(target, grants), begin(isStopped)),
    'rescue.cancel': () => {
      stop('rescue')
      return {}
    },
  }
}
