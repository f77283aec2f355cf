import { existsSync } from 'node:fs'
import { join } from 'node:path'

import { VaultError, backupsIn, verifyBackup } from '../../../electron/vault/index.ts'
import type { Vault } from '../../../electron/vault/index.ts'
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
  const place = join(folder, 'Office.habeas')
  // Nothing was answered yet: no vault is as right as a whole one.
  if (sure.records === null && !existsSync(place)) return { lost, refused: undefined }
  try {
    let vault = await opens(place, sure.passphrase)
    if (vault === undefined && next !== undefined && next.passphrase !== sure.passphrase) vault = await opens(place, next.passphrase)
    if (vault === undefined) return { lost, refused: 'no passphrase opens it' }
    if (sure.chain !== null && chainAt(vault, sure.chain.seq) !== sure.chain.hash) lost.push('an entry of the audit chain')
    const backups = join(place, 'backups')
    const source = { folder: place, dataKey: secretsOf(vault).dataKey, vaultId: vault.info.vaultNumber }
    const isSound = ({ file }: { file: string }): boolean => verifyBackup(file, source).faults.length === 0
    const kept = backupsIn(backups)
    // Rotation lets go of an older one only once the newer one is there for good.
    if (sure.backup !== null && !existsSync(join(backups, sure.backup)) && !kept.some(isSound)) lost.push('a backup')
    if (thorough && !kept.every(isSound)) lost.push('what stands under the name of a backup is not sound')
    const service = serve(vault)
    try {
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
