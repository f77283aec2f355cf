import { existsSync } from 'node:fs'
import { dirname } from 'node:path'

import { errorCodes, errorParamsSchema } from '../contract/index.ts'
import type { CallError, ErrorCode, ErrorParams } from '../contract/index.ts'
import { isWritable } from './files.ts'

/**
 * A reason for which the vault refuses, out of the contract's closed set. The message is the code alone: messages reach
 * logs and terminals, and no name, path or passphrase may.
 */
export class VaultError extends Error {
  readonly code: ErrorCode
  readonly params: ErrorParams

  constructor(code: ErrorCode, params: ErrorParams = {}) {
    super(code)
    this.name = 'VaultError'
    this.code = code
    this.params = params
  }
}

const known: ReadonlySet<string> = new Set(errorCodes)
const isErrorCode = (code: unknown): code is ErrorCode => typeof code === 'string' && known.has(code)

/** Where Node removes a file and the disk fails, its error names the call and leaves the code empty. */
const systemCode = (error: unknown): string => {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return ''
  return error.code === '' && 'syscall' in error ? 'EIO' : error.code
}

/**
 * Reads what the system or SQLite complained about as one of the contract's codes; `what` names the part of the vault
 * that was being used, `near` a path by it. Anything unknown stays a fault of the program, `internal`.
 */
export function asVaultError(error: unknown, what: string, near?: string): VaultError {
  if (error instanceof VaultError) return error
  const code = systemCode(error)
  // better-sqlite3 gives extended codes, such as SQLITE_IOERR_WRITE; families share their beginning.
  if (code === 'ENOSPC' || code === 'EDQUOT' || code.startsWith('SQLITE_FULL')) return new VaultError('disk_full')
  // SQLite says the same of a file that may not be made and of one for which there is no room.
  if (code.startsWith('SQLITE_CANTOPEN') && near !== undefined && isWritable(dirname(near)) && (!existsSync(near) || isWritable(near)))
    return new VaultError('disk_failed')
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM' || code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN'))
    return new VaultError('read_only')
  // Where a file of ours should be, something else is.
  if (code === 'EISDIR' || code === 'ENOTEMPTY') return new VaultError('damaged', { what })
  if (
    code.startsWith('SQLITE_CORRUPT') ||
    code.startsWith('SQLITE_NOTADB') ||
    code === 'SQLITE_IOERR_SHORT_READ' ||
    code === 'SQLITE_IOERR_READ'
  )
    return new VaultError('damaged', { what })
  if (code === 'EIO' || code.startsWith('SQLITE_IOERR')) return new VaultError('disk_failed')
  if (code.startsWith('SQLITE_BUSY')) return new VaultError('vault_in_use')
  return new VaultError('internal', { where: code === '' ? what : `${what}:${code}` })
}

/** Any thrown thing as what crosses to the caller. Errors of other folders count if they carry a contract code and params. */
export function asCallError(error: unknown, where: string, near?: string): CallError {
  if (error instanceof Error && 'code' in error && isErrorCode(error.code)) {
    const params = errorParamsSchema.safeParse('params' in error ? error.params : {})
    return { code: error.code, params: params.data ?? {} }
  }
  const { code, params } = asVaultError(error, where, near)
  return { code, params: code === 'internal' ? { ...params, at: placeOf(error) } : params }
}

/** File and line where an error arose, for whoever must find the fault. Its message may quote a value and stays behind. */
function placeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const [, file, line] = /([\w.-]+\.[cm]?[jt]s):(\d+):\d+\)?$/m.exec(error.stack ?? '') ?? []
  return file === undefined || line === undefined ? error.name : `${error.name} ${file}:${line}`
}
