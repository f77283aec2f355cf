import type { Finding } from '../../contract/index.ts'
import { lookAtPlace } from '../shared-folders.ts'
import type { SharedFolder } from '../shared-folders.ts'

type What = Extract<Finding, { service: string | null }>['what']

/** The second place of backups, and whether its own drive is there: the same path without it is an empty mount point. */
export type SecondFolder = { folder: string; present: boolean }

/** Whether a folder is this computer's own, by what was found of it; undefined where it could not be looked at. */
const folderFinding = (what: What, shared: SharedFolder | null | undefined): Finding => ({
  what,
  found: shared === undefined ? 'not_known' : (shared?.kind ?? 'own'),
  service: shared?.kind === 'synchronised' ? shared.service : null,
})

/** Looks at the vault's folder and, where one was chosen, at the second place of backups. */
export async function lookAtFolders(
  vault: string,
  second: SecondFolder | null,
  look: (place: string) => Promise<SharedFolder | null | undefined> = lookAtPlace,
): Promise<Finding[]> {
  // Of a drive that isn't there, the place where it would be tells nothing.
  const lookAtSecond = async (place: SecondFolder): Promise<Finding> =>
    folderFinding('backup_folder', place.present ? await look(place.folder) : undefined)
  return Promise.all([
    look(vault).then((shared) => folderFinding('vault_folder', shared)),
    ...(second === null ? [] : [lookAtSecond(second)]),
  ])
}
