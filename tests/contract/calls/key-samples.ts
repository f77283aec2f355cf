import type { CallInput, CallName } from '../../../electron/contract/index.ts'
import { otherPassphrase, passphrase } from '../../vault/support.ts'
import { placeWithVault } from './world.ts'
import type { World } from './world.ts'

type KeyCall = Extract<CallName, `keys.${string}`>
type Made<C extends CallName> = CallInput<C> | Promise<CallInput<C>>

let colleagues = 0
const colleague = (world: World) =>
  world.call('keys.addPassphrase', { current: passphrase, name: `Colleague ${(colleagues += 1)}`, passphrase: otherPassphrase })
const cards = async (world: World): Promise<string[]> =>
  (await world.call('keys.makeShares', { current: passphrase })).cards.slice(1, 3).map(({ text }) => text)

/** One acceptable request for each call on the vault's keys. What makes a key withdraws it, so that there is room for the next. */
export const keySamples: { [C in KeyCall]: (world: World) => Made<C> } = {
  'keys.list': () => ({}),
  'keys.addPassphrase': () => ({ current: passphrase, name: 'Sample colleague', passphrase: otherPassphrase }),
  'keys.makeRecoveryCode': () => ({ current: passphrase }),
  'keys.makeShares': () => ({ current: passphrase, needed: 2, total: 3 }),
  'keys.try': () => ({ passphrase }),
  'keys.revoke': async (world) => ({ current: passphrase, id: (await colleague(world)).id }),
  'keys.readShares': async (world) => ({ shares: await cards(world) }),
  'keys.whose': async (world) => ({ place: placeWithVault, code: await world.codeOfTheOther() }),
  'keys.recover': async (world) => ({
    place: placeWithVault,
    code: await world.codeOfTheOther(),
    passphrase: otherPassphrase,
    name: 'Found again',
  }),
  'keys.rekey': () => ({ current: passphrase, keep: [] }),
  'keys.cancelRekey': () => ({}),
}
