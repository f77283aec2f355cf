import type { ErrorCode, ErrorParams } from '../contract/index.ts'

/** An error of the contract on its way to the terminal. */
export class Failure extends Error {
  readonly code: ErrorCode | 'usage'
  readonly params: ErrorParams

  constructor(code: ErrorCode | 'usage', params: ErrorParams = {}) {
    super(code)
    this.code = code
    this.params = params
  }
}
