import type { z } from 'zod'

import type { TableName } from './records.ts'

/**
 * One call that the page, the command line or a test can make.
 * - `kind`: a query changes nothing; a command is durable once it is answered.
 * - `where`: who answers: the vault process, the drafts process, or the app itself (windows, dialogs, settings).
 * - `whileLocked`: whether it may be called before the vault is unlocked; all others answer `locked`.
 * - `reads`, `writes`: the tables that it depends on or changes; the page's cache follows them.
 */
export type CallDeclaration<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType, Where extends Place = Place> = {
  readonly kind: 'query' | 'command'
  readonly where: Where
  readonly whileLocked: boolean
  readonly input: Input
  readonly output: Output
  readonly reads: readonly TableName[]
  readonly writes: readonly TableName[]
}

/** Who answers a call. */
export type Place = 'vault' | 'drafts' | 'app'

type Parts<I extends z.ZodType, O extends z.ZodType, W extends Place> = {
  where?: W
  input: I
  output: O
  whileLocked?: boolean
  reads?: readonly TableName[]
  writes?: readonly TableName[]
}

function declare<I extends z.ZodType, O extends z.ZodType, W extends Place>(
  kind: 'query' | 'command',
  parts: Parts<I, O, W>,
): CallDeclaration<I, O, W> {
  // Most calls are the vault's; the default of the type parameter says so too.
  const where = (parts.where ?? 'vault') as W
  return {
    kind,
    where,
    whileLocked: parts.whileLocked ?? false,
    input: parts.input,
    output: parts.output,
    reads: parts.reads ?? [],
    writes: parts.writes ?? [],
  }
}

export const query = <I extends z.ZodType, O extends z.ZodType, W extends Place = 'vault'>(
  parts: Parts<I, O, W>,
): CallDeclaration<I, O, W> => declare('query', parts)
export const command = <I extends z.ZodType, O extends z.ZodType, W extends Place = 'vault'>(
  parts: Parts<I, O, W>,
): CallDeclaration<I, O, W> => declare('command', parts)
