import { z } from 'zod'

import { command } from './declaration.ts'
import { languageSchema } from './languages.ts'

/** A word of a recovery card; every list that cards may be made of has such words alone. */
const wordSchema = z.string().regex(/^[a-z]{2,12}$/)
const plainSchema = z.string().regex(/^[A-Za-z0-9-]{1,40}$/)

/** A set of recovery cards as the page shows it; no person, no title, and nothing else that could be set as text. */
export const cardSetSchema = z.strictObject({
  vaultNumber: plainSchema,
  setId: plainSchema,
  needed: z.int().min(2).max(9),
  total: z.int().min(2).max(9),
  cards: z
    .array(
      z.strictObject({
        number: z.int().min(1).max(9),
        words: z.array(wordSchema).min(1).max(64),
        /** What the QR code says. */
        text: z.string().regex(/^[A-Z0-9:-]{1,400}$/),
      }),
    )
    .min(1)
    .max(9),
})

export const cardCalls = {
  /**
   * A dialog asks where to save; the cards are set as a PDF, one a sheet, and the audit chain keeps that they left.
   * The file is not encrypted: it is there to be printed and deleted. Null when the dialog was closed.
   */
  'cards.save': command({
    where: 'app',
    input: z.strictObject({ language: languageSchema, set: cardSetSchema }),
    output: z.strictObject({ name: z.string() }).nullable(),
    writes: ['audit_entries'],
  }),
  /** Keeps in the audit chain that a set of cards left the vault as a file. */
  'cards.record': command({
    input: z.strictObject({ setId: plainSchema, sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
    output: z.strictObject({}),
    writes: ['audit_entries'],
  }),
}
