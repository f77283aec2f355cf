import { z } from 'zod'

import { erasureSchema } from './coercion-calls.ts'
import { command, query } from './declaration.ts'
import { idSchema } from './field-kinds.ts'
import { languageSchema } from './languages.ts'
import { todaySchema } from './shapes.ts'
import { tokenSchema } from './vault-calls.ts'

export const settingsSchema = z.strictObject({
  language: languageSchema,
  theme: z.enum(['system', 'light', 'dark']),
  /** `more`: stronger edges and inks, whatever the system says. */
  contrast: z.enum(['system', 'more']),
  /** How large everything is drawn; it holds at the lock screen too, where a person must be able to read. */
  zoom: z.number().min(0.8).max(2),
  /** Whether the last vault's folder is remembered on this computer (its name is visible to anyone who looks). */
  rememberVault: z.boolean(),
  /** Minutes without a key or a move of the mouse after which the vault locks. */
  lockAfterMinutes: z.int().min(1).max(240),
  /** Whether the lock key works while another program is in front; it is taken from every other program then. */
  lockKeyEverywhere: z.boolean(),
  /** Whether the window is kept out of screenshots and screen sharing, where the system can do that. */
  hideFromCapture: z.boolean(),
})
export type Settings = z.infer<typeof settingsSchema>

/** Why a place is a poor one for a vault: a service copies it elsewhere, or it lies on another computer. */
const sharedFolderSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('synchronised'), service: z.string() }),
  z.strictObject({ kind: z.literal('network') }),
])
export type SharedFolder = z.infer<typeof sharedFolderSchema>
const chosenSchema = z.strictObject({ place: tokenSchema, name: z.string(), shared: sharedFolderSchema.nullable() }).nullable()
const reportInput = {
  caseId: idSchema,
  template: z.enum(['case']),
  language: languageSchema,
  audience: z.enum(['internal', 'family', 'counsel', 'un', 'partner', 'press']).default('internal'),
  today: todaySchema.optional(),
}
/** Characters that no font has, replaced by a marked placeholder. */
const missingGlyphsSchema = z.array(z.strictObject({ character: z.string(), count: z.int() }))

export const appCalls = {
  'app.state': query({
    where: 'app',
    whileLocked: true,
    input: z.strictObject({}),
    output: z.strictObject({
      unlocked: z.boolean(),
      version: z.string(),
      builtOn: todaySchema,
      engine: z.string(),
      settings: settingsSchema,
      systemLanguage: languageSchema,
      lastVault: chosenSchema,
      /** What a quick erase left that ended the last run of the app; null where there was none. */
      erased: erasureSchema.nullable(),
      /** Whether a vault was open in the run before this one, and was locked. */
      locked: z.boolean(),
      /** Whether another program has the lock key already, where it is to work everywhere. */
      lockKeyTaken: z.boolean(),
      /** Whether this system can keep a window out of screenshots at all. */
      canHideFromCapture: z.boolean(),
    }),
  }),
  'app.changeSettings': command({ where: 'app', whileLocked: true, input: settingsSchema.partial(), output: settingsSchema }),
  /** A dialog to choose an existing vault; null when it was closed. */
  'app.chooseVault': command({ where: 'app', whileLocked: true, input: z.strictObject({}), output: chosenSchema }),
  /** A dialog to choose where a new vault's folder is to stand; null when it was closed. */
  'app.chooseNewVault': command({
    where: 'app',
    whileLocked: true,
    input: z.strictObject({ suggestedName: z.string().max(80).default('') }),
    output: chosenSchema,
  }),
  'app.lock': command({ where: 'app', whileLocked: true, input: z.strictObject({}), output: z.strictObject({}) }),
  'app.quit': command({ where: 'app', whileLocked: true, input: z.strictObject({}), output: z.strictObject({}) }),
  /** Copies text; the clipboard is cleared after 30 s and at lock if it still holds it. */
  'app.copy': command({ where: 'app', input: z.strictObject({ text: z.string().max(100_000) }), output: z.strictObject({}) }),
  /** The page has copied or cut something itself: what is on the clipboard now is cleared likewise. */
  'app.copied': command({ where: 'app', whileLocked: true, input: z.strictObject({}), output: z.strictObject({}) }),
  /** The report set as pages to look at; nothing leaves the vault. */
  'reports.preview': query({
    where: 'app',
    input: z.strictObject(reportInput),
    output: z.strictObject({ pages: z.array(z.string()), missingGlyphs: missingGlyphsSchema, changeNo: z.int() }),
  }),
  /** Stops a report that is being set; the call that waits for it answers `cancelled`. */
  'reports.cancel': command({ where: 'app', input: z.strictObject({}), output: z.strictObject({}) }),
  /** A dialog asks where to save; the PDF is written there and the audit chain keeps it. Null when the dialog was closed. */
  'reports.save': command({
    where: 'app',
    input: z.strictObject(reportInput),
    output: z.strictObject({ name: z.string(), bytes: z.int(), sha256: z.string(), missingGlyphs: missingGlyphsSchema }).nullable(),
    writes: ['audit_entries'],
  }),
}
