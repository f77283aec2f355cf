import { z } from 'zod'

import type { Answer } from './answer.ts'
import { appCalls } from './app-calls.ts'
import { auditCalls } from './audit-calls.ts'
import { cardCalls } from './card-calls.ts'
import { backupCalls } from './backup-calls.ts'
import { caseCalls } from './case-calls.ts'
import { coercionCalls } from './coercion-calls.ts'
import { eraseCalls } from './erase-calls.ts'
import { computerCalls } from './computer-calls.ts'
import { homeCalls } from './home-calls.ts'
import { rescueCalls } from './rescue-calls.ts'
import { keyCalls } from './key-calls.ts'
import { travelCalls } from './travel-calls.ts'
import { vaultCalls } from './vault-calls.ts'

export * from './answer.ts'
export { erasedFormat, erasureSchema } from './coercion-calls.ts'
export type { Erasure } from './coercion-calls.ts'
export { findingSchema, stateOfFinding } from './computer-calls.ts'
export type { Finding, FindingState } from './computer-calls.ts'
export * from './declaration.ts'
export * from './errors.ts'
export * from './field-kinds.ts'
export * from './home-calls.ts'
export { keySlotSchema, readShareSchema, recoveryCardSchema } from './key-calls.ts'
export type { KeySlotRow, RecoveryCard } from './key-calls.ts'
export * from './languages.ts'
export * from './read-shape.ts'
export * from './records.ts'
export { examinationSchema, rescueBackupSchema, salvageReportSchema } from './rescue-calls.ts'
export type { Examination, RescueBackup, SalvageList } from './rescue-calls.ts'
export * from './row-calls.ts'
export * from './shapes.ts'
export { settingsSchema } from './app-calls.ts'
export type { Backup } from './backup-calls.ts'
export type { Settings, SharedFolder } from './app-calls.ts'
export { changeSetSchema, draftSchema, fingerprintSchema, strengthSchema, tokenSchema, vaultInfoSchema } from './vault-calls.ts'

// The page's CSP forbids eval, which zod's fast path tries.
z.config({ jitless: true })

/** Every call there is. The preload's list, the handlers' types, the page's client and the command line follow it. */
export const calls = {
  ...appCalls,
  ...vaultCalls,
  ...caseCalls,
  ...homeCalls,
  ...auditCalls,
  ...coercionCalls,
  ...eraseCalls,
  ...computerCalls,
  ...backupCalls,
  ...rescueCalls,
  ...keyCalls,
  ...cardCalls,
  ...travelCalls,
}

export type Calls = typeof calls
export type CallName = keyof Calls
/** What a caller sends (defaults may be left out). */
export type CallInput<C extends CallName> = z.input<Calls[C]['input']>
/** What a handler receives (defaults filled in). */
export type CallRequest<C extends CallName> = z.output<Calls[C]['input']>
export type CallOutput<C extends CallName> = z.output<Calls[C]['output']>
export type CallsOf<Where extends 'vault' | 'drafts' | 'app'> = { [C in CallName]: Calls[C]['where'] extends Where ? C : never }[CallName]

export const callNames = Object.keys(calls) as CallName[]

/** Whether a name from outside is a call's. */
export const isCallName = (name: string): name is CallName => Object.hasOwn(calls, name)

/** The typed door to the program, whoever stands behind it. */
export type Caller = <C extends CallName>(call: C, input: CallInput<C>) => Promise<Answer<CallOutput<C>>>
