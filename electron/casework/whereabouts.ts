import type { Casework } from './casework.ts'
import { rowCommands } from './commands.ts'

/** Calls on whereabouts notes. A note without a place says that nobody knew where the person was. */
export const whereaboutsHandlers = (work: Casework) => rowCommands(work, 'whereabouts', 'whereabouts_notes')
