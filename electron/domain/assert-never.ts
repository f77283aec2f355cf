/**
 * Marks a branch that no value can reach, so that a new member of a union fails to compile where it is not handled.
 * The message carries the reason only: the value itself may come out of a case.
 */
export function assertNever(_value: never, why: string): never {
  throw new Error(`Unreachable: ${why}`)
}
