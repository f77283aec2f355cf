import { execFile } from 'node:child_process'

import type { CallOutput } from '../../contract/index.ts'
import { nearestFolder } from '../shared-folders.ts'
import { answerInTime } from '../slow-places.ts'
import { lookAtFolders } from './folders.ts'
import type { SecondFolder } from './folders.ts'
import { lookAtMac, lookAtWindows } from './other-systems.ts'
import type { Ask } from './other-systems.ts'
import { lookAtLinux } from './read-linux.ts'

/** How long one program of the system may take, in milliseconds. */
const patience = 8000

/** No shell, no input, a fixed environment's own programs; an answer that fails or is late is no answer. */
const ask: Ask = (program, args) =>
  new Promise((resolve) => {
    execFile(program, [...args], { timeout: patience, windowsHide: true, maxBuffer: 1024 * 1024 }, (error, answer) =>
      resolve(error === null ? answer : undefined),
    )
  })

/**
 * Looks at this computer for what could keep a trace of the vault at `place` (security rule 24), and whether its folder and the
 * second place of its backups are this computer's own. Changes and sends nothing.
 */
export async function checkComputer(place: string, second: SecondFolder | null = null): Promise<CallOutput<'app.checkComputer'>> {
  const { system, findings } = await lookAtSystem(place)
  return { system, findings: [...findings, ...(await lookAtFolders(place, second))] }
}

async function lookAtSystem(place: string): Promise<CallOutput<'app.checkComputer'>> {
  // Of a place that doesn't answer nothing more is asked, but for its name.
  const there = await answerInTime<string | undefined>(place, () => nearestFolder(place), undefined)
  switch (process.platform) {
    case 'linux':
      return { system: 'linux', findings: lookAtLinux(there) }
    case 'darwin':
      return { system: 'macos', findings: await lookAtMac(ask, there ?? place) }
    case 'win32':
      return { system: 'windows', findings: await lookAtWindows(ask, there ?? place, process.env['SystemRoot'] ?? 'C:\\Windows') }
    default:
      return { system: 'other', findings: [] }
  }
}
