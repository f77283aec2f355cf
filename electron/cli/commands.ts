import { backup, restore } from './backup-commands.ts'
import { list, search, show } from './case-commands.ts'
import type { CommandContext } from './context.ts'
import type { ExitCode } from './exit-codes.ts'
import { report } from './report-command.ts'
import { rpc } from './rpc.ts'
import { create, demo, info, verify } from './vault-commands.ts'

/** Every command by its name; one that is not built yet is not here. */
export const commands: Readonly<Record<string, (context: CommandContext) => Promise<ExitCode>>> = {
  create,
  demo,
  info,
  list,
  search,
  show,
  report,
  backup,
  restore,
  verify,
  rpc,
}
