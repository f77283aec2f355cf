import type { Casework } from './casework.ts'
import { rowCommands } from './commands.ts'

/** Calls on the dated history of custody statuses. */
export const custodyHandlers = (work: Casework) => rowCommands(work, 'custody', 'custody_statuses')
