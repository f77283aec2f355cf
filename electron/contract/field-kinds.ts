import { z } from 'zod'

import { languageSchema } from './languages.ts'

/**
 * The kinds of field a record can have. A field's kind says how it crosses the contract, how it is stored and how it
 * is checked; everything else (zod schemas, SQL columns, history, the list of what needs a source) follows from it.
 */
export type FieldKind =
  | { readonly kind: 'text'; readonly max: number }
  | { readonly kind: 'longText'; readonly max: number }
  | { readonly kind: 'date' }
  | { readonly kind: 'term'; readonly vocabulary: string }
  | { readonly kind: 'choice'; readonly choices: readonly [string, ...string[]] }
  | { readonly kind: 'integer'; readonly least: number; readonly most: number }
  | { readonly kind: 'list'; readonly max: number; readonly items: number }
  | { readonly kind: 'reference'; readonly table: string }

/** One line as somebody wrote it; `max` in characters (code points). */
export const text = (max = 500) => ({ kind: 'text', max }) as const
/** Several paragraphs, which carry citation marks `[^id]` inside them. */
export const longText = (max = 100_000) => ({ kind: 'longText', max }) as const
/** An uncertain date: EDTF, the words as typed, and the earliest and latest day it can be. */
export const date = { kind: 'date' } as const
/** A term's code out of a vocabulary of the vault (see `terms.list`). */
export const term = <const V extends string>(vocabulary: V) => ({ kind: 'term', vocabulary }) as const
/** One of a closed set that is part of the program. */
export const choice = <const C extends readonly [string, ...string[]]>(...choices: C) => ({ kind: 'choice', choices }) as const
export const integer = (least: number, most: number) => ({ kind: 'integer', least, most }) as const
/** Several short entries in the order in which they were given (nationalities, languages, tags). */
export const list = (max = 200, items = 50) => ({ kind: 'list', max, items }) as const
/** The id of a row of another table. */
export const reference = <const T extends string>(table: T) => ({ kind: 'reference', table }) as const

/** Yes, no, or not known: never a bare checkbox, which can't tell "no" from "nobody asked". */
export const known = choice('yes', 'no', 'unknown')

/** Days since 1970-01-01 in the proleptic Gregorian calendar. */
export const dayNumberSchema = z.int()

/** A date as it leaves the vault. `earliest` and `latest` are day numbers, null where open or not known. */
export const uncertainDateSchema = z.strictObject({
  edtf: z.string(),
  typed: z.string(),
  earliest: dayNumberSchema.nullable(),
  latest: dayNumberSchema.nullable(),
})
export type UncertainDateValue = z.infer<typeof uncertainDateSchema>

// C0 and C1 controls, bidirectional overrides and lone surrogates can make a text read as something that it is not.
const forbiddenInLine = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|\p{Surrogate}/u
const forbiddenInText = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|\p{Surrogate}/u

const length = (value: string): number => {
  let count = 0
  for (const _ of value) count += 1
  return count
}

const lineSchema = (max: number) =>
  z
    .string()
    .max(max * 2)
    .refine((value) => length(value) <= max, { error: 'too_long' })
    .refine((value) => !forbiddenInLine.test(value), { error: 'control_characters' })

const paragraphsSchema = (max: number) =>
  z
    .string()
    .max(max * 2)
    .refine((value) => length(value) <= max, { error: 'too_long' })
    .refine((value) => !forbiddenInText.test(value), { error: 'control_characters' })

/**
 * A date as it comes in: the words as typed, read by the vault in the language given (else English, then Spanish), or
 * with the EDTF that the person saw and accepted. The words are kept either way.
 */
export const dateInputSchema = z.union([
  lineSchema(200).min(1),
  z.strictObject({
    typed: lineSchema(200).min(1),
    edtf: lineSchema(200).min(1).optional(),
    language: languageSchema.optional(),
  }),
])
export type DateInput = z.infer<typeof dateInputSchema>

/** A row's id: UUIDv7 as text. */
export const idSchema = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/)

/** What a field of this kind accepts; null empties it. */
export function inputSchemaOf(field: FieldKind): z.ZodType {
  switch (field.kind) {
    case 'text':
      return lineSchema(field.max).nullable()
    case 'longText':
      return paragraphsSchema(field.max).nullable()
    case 'date':
      return dateInputSchema.nullable()
    case 'term':
      return z
        .string()
        .regex(/^[a-z][a-z0-9_]{0,63}$/)
        .nullable()
    case 'choice':
      return z.enum(field.choices).nullable()
    case 'integer':
      return z.int().min(field.least).max(field.most).nullable()
    case 'list':
      return z.array(lineSchema(field.max)).max(field.items)
    case 'reference':
      return idSchema.nullable()
  }
}

/** What a field of this kind looks like when it leaves the vault. */
export function outputSchemaOf(field: FieldKind): z.ZodType {
  switch (field.kind) {
    case 'text':
    case 'longText':
    case 'term':
      return z.string().nullable()
    case 'date':
      return uncertainDateSchema.nullable()
    case 'choice':
      return z.enum(field.choices).nullable()
    case 'integer':
      return z.int().nullable()
    case 'list':
      return z.array(z.string())
    case 'reference':
      return idSchema.nullable()
  }
}

/** The TypeScript type of a field going in. */
export type FieldInput<F extends FieldKind> = F extends { kind: 'date' }
  ? DateInput | null
  : F extends { kind: 'choice'; choices: infer C extends readonly string[] }
    ? C[number] | null
    : F extends { kind: 'integer' }
      ? number | null
      : F extends { kind: 'list' }
        ? string[]
        : string | null

/** The TypeScript type of a field coming out. */
export type FieldOutput<F extends FieldKind> = F extends { kind: 'date' } ? UncertainDateValue | null : FieldInput<F>
