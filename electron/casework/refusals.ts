import { VaultError } from '../vault/errors.ts'

/** Refuses an input: where in it, and why. The value itself is never repeated. */
export function refuse(path: string, reason: string): never {
  throw new VaultError('invalid_input', { path, reason })
}

export const refuseField = (field: string, reason: string): never => refuse(`fields.${field}`, reason)
