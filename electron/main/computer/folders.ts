import { existsSync } from 'node:fs'

import type { Finding } from '../../contract/index.ts'
import { lookAtPlace } from '../shared-folders.ts'
import type { SharedFolder } from '../shared-folders.ts'

type What = Extract<Finding, { service: string | null }>['what']

/** Whether a folder is this computer's own, by what was found of it; undefined where it could not be looked at. */
const folderFinding = (what: What, shared: SharedFolder | null | undefined): Finding => ({
  what,
  found: shared === undefined ? 'not_known' : (shared?.kind ?? 'own'),
  service: shared?.kind === 'synchronised' ? shared.service : null,
})

/** Looks at the vault's folder and, where one was chosen, at the second place of backups. */
export function lookAtFolders(vault: string, secondPlace: string | null, look = lookAtPlace): Finding[] {
  const folders = [folderFinding('vault_folder', look(vault))]
  // Of a drive that isn't there, the place where it would be tells nothing.
  if (secondPlace !== null) folders.push(folderFinding('backup_folder', existsSync(secondPlace) ? look(secondPlace) : undefined))
  return folders
}
