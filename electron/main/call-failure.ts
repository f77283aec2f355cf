import type { CallError, ErrorCode, ErrorParams } from '../contract/index.ts'

/** A refusal out of the contract's closed set. Its message is the code alone, since messages reach logs. */
export class CallFailure extends Error {
  readonly error: CallError

  constructor(code: ErrorCode, params: ErrorParams = {}) {
    super(code)
    this.name = 'CallFailure'
    this.error = { code, params }
  }
}

const systemCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** Anything thrown as what crosses to the page: never a message, a path or a value. `where` names the call. */
export function asCallError(error: unknown, where: string): CallError {
  if (error instanceof CallFailure) return error.error
  switch (systemCode(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return { code: 'disk_full', params: {} }
    case 'EIO':
      return { code: 'disk_failed', params: {} }
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return { code: 'read_only', params: {} }
    default:
      return { code: 'internal', params: { where } }
  }
}
