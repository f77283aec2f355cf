import type { InventedCase } from './invented-case.ts'
import { inventedHeld } from './invented-held.ts'
import { inventedOut } from './invented-out.ts'

/** A dozen invented people, so that lists, ledgers and the search for namesakes have something to show. */
export const inventedCases: readonly InventedCase[] = [...inventedHeld, ...inventedOut]
