import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

import { VaultError, backupsIn, verifyBackup } from '../../../electron/vault/index.ts'
import type { Vault } from '../../../electron/vault/index.ts'
import { isUnderOlderKey } from '../../../electron/vault/backup-read.ts'
import { checkPages } from '../../../electron/vault/pages.ts'
import { draftsAside } from '../../../electron/vault/rekey-aside.ts'
import { subKey } from '../../../electron/vault/secrets.ts'
import { secretsOf } from '../../../electron/vault/vault.ts'
import { chainAt, draftsHash, recordsHash, serve, unlock } from '../service.ts'
import type { Mark } from './marks.ts'

export type ImageVerdict = { lost: string[]; refused: string | undefined }

const opens = async (place: string, passphrase: string): Promise<Vault | undefined> => {
  try {
    return await unlock(place, passphrase)
  } catch (error) {
    if (error instanceof VaultError && error.code === 'wrong_passphrase') return undefined
    throw error
  }
}

function isUnder(file: string, vault: Vault): boolean {
  const { failed, cutShort } = checkPages(file, subKey(secretsOf(vault).dataKey, vault.info.vaultNumber, 'drafts'))
  return failed.length === 0 && !cutShort
}

/** Between the two renames of a restore in place, the whole restored vault stands beside, under a name that says so. */
function placeIn(folder: string, next: Mark | undefined): string {
  const [place, beside] = [join(folder, 'Office.habeas'), join(folder, 'Office (restored).habeas')]
  return next?.after === 'restored in place' && !existsSync(place) && existsSync(beside) ? beside : place
}

/**
 * Opens what a crash left with the real services. `sure` was answered before it, `next` is what was being done: each part
 * of the vault must be as one of the two says, whole.
 */
export async function checkImage(folder: string, sure: Mark, next: Mark | undefined, thorough: boolean): Promise<ImageVerdict> {
  const lost: string[] = []
  const may = <K extends 'records' | 'drafts'>(part: K, found: string): void => {
    if (found !== sure[part] && found !== next?.[part])
      lost.push(`${part} are neither as after "${sure.after}" nor as after "${next?.after ?? '-'}"`)
  }
  const place = placeIn(folder, next)
  // Nothing was answered yet: no vault is as right as a whole one.
  if (sure.records === null && !existsSync(place)) return { lost, refused: undefined }
  try {
    let vault = await opens(place, sure.passphrase)
    if (vault === undefined && next !== undefined && next.passphrase !== sure.passphrase) vault = await opens(place, next.passphrase)
    if (vault === undefined) return { lost, refused: 'no passphrase opens it' }
    if (sure.chain !== null && next?.chain !== null && chainAt(vault, sure.chain.seq) !== sure.chain.hash)
      lost.push('an entry of the audit chain')
    const backups = join(place, 'backups')
    const source = { folder: place, dataKey: secretsOf(vault).dataKey, vaultId: vault.info.vaultNumber }
    // One that was made before a re-key stays under the keys of its time, which this vault doesn't know.
    const isSound = ({ file }: { file: string }): boolean =>
      isUnderOlderKey(file, source.dataKey) || verifyBackup(file, source).faults.length === 0
    const kept = backupsIn(backups)
    // Rotation lets go of an older one only once the newer one is there for good.
    if (sure.backup !== null && !existsSync(join(backups, sure.backup)) && !kept.some(isSound)) lost.push('a backup')
    if (thorough && !kept.every(isSound)) lost.push('what stands under the name of a backup is not sound')
    for (const name of draftsAside(place).filter((one) => one.endsWith('.db')))
      if (!isUnder(join(place, name), vault)) lost.push('drafts that were put aside are under another key than the vault')
    const service = serve(vault)
    try {
      // Of a re-key nothing is left but the vault, under one key or the other.
      if (readdirSync(place).some((name) => name.startsWith('rekey.'))) lost.push('a re-key was left where it was')
      // While a vault is being made there is no earlier state that its content could be.
      if (sure.records !== null) {
        may('records', recordsHash(vault))
        may('drafts', draftsHash(service.drafts))
      }
      if (thorough) {
        // A header copy that a cut tore is put right at the opening, and told.
        const faults = service.verify().faults.filter(({ what, params }) => !(what === 'header' && params['repaired'] === true))
        if (faults.length > 0) lost.push(`verify: ${JSON.stringify(faults.slice(0, 3))}`)
        await service.call('sources.create', { fields: { title: 'Written after the power came back' } })
      }
    } finally {
      await service.close()
    }
    for (const dead of sure.dead) {
      const still = await opens(place, dead)
      still?.close()
      if (still !== undefined) lost.push('an old passphrase still opens it')
    }
    return { lost, refused: undefined }
  } catch (error) {
    return { lost, refused: error instanceof VaultError ? `${error.code} ${JSON.stringify(error.params)}` : String(error) }
  }
}
