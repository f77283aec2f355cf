import type { Casework } from './casework.ts'
import { rowCommands } from './commands.ts'

/** Calls on charges. */
export const chargeHandlers = (work: Casework) => rowCommands(work, 'charges', 'charges')
