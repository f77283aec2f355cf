/** JSON Schema as far as zod writes it for the contract's inputs. */
export type Schema = {
  type?: string
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  propertyNames?: Schema
  additionalProperties?: Schema | boolean
  minItems?: number
  maxItems?: number
  pattern?: string
  format?: string
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
}

export type Random = { below: (n: number) => number; of: <T>(list: readonly T[]) => T; chance: (share: number) => boolean }

/** Mulberry32: small, and the same numbers for the same seed everywhere. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (n: number): number => Math.floor(next() * n)
  return { below, chance: (share) => next() < share, of: (list) => list[below(list.length)] as (typeof list)[number] }
}

/** Stands in every hostile text, so that an answer that repeats one is seen. */
export const marker = 'zqxjv'

const ids = ['00000000-0000-7000-8000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff']
const words = [
  'Ana',
  'José Ñandú',
  'محمد',
  'Мухаммад',
  '2024-03',
  'about March 2019',
  'after 3 March 2025',
  'on_remand',
  'held',
  'One.[^mark1] Two.',
  '',
]

/** A value that the schema accepts, or nearly: what no pattern here knows is guessed. `known` are ids of rows that are there. */
export function fitting(schema: Schema, random: Random, known: readonly string[]): unknown {
  const choices = schema.anyOf ?? schema.oneOf
  if (choices !== undefined) return fitting(random.of(choices), random, known)
  if (schema.allOf !== undefined) return fitting(Object.assign({}, ...schema.allOf) as Schema, random, known)
  if (schema.const !== undefined) return schema.const
  if (schema.enum !== undefined) return random.of(schema.enum)
  switch (schema.type) {
    case 'object':
      return objectFor(schema, random, known)
    case 'array':
      return Array.from({ length: Math.min(schema.maxItems ?? 4, Math.max(schema.minItems ?? 0, random.below(5))) }, () =>
        fitting(schema.items ?? {}, random, known),
      )
    case 'integer':
      return Math.min(schema.maximum ?? 50, Math.max(schema.minimum ?? 0, random.below(40)))
    case 'number':
      return Math.min(schema.maximum ?? 9, Math.max(schema.minimum ?? 0, random.below(9)))
    case 'boolean':
      return random.chance(0.5)
    case 'null':
      return null
    default:
      return textFor(schema, random, known)
  }
}

function objectFor({ properties = {}, required = [] }: Schema, random: Random, known: readonly string[]): Record<string, unknown> {
  const made: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(properties))
    if (required.includes(key) || random.chance(0.4)) made[key] = fitting(value, random, known)
  return made
}

function textFor({ pattern, format, maxLength }: Schema, random: Random, known: readonly string[]): string {
  if (format === 'date') return random.of(['2026-11-23', '2024-02-29', '0001-01-01', '9999-12-31'])
  if (pattern?.includes('-[0-9a-f]{4}-') === true) return known.length > 0 && random.chance(0.9) ? random.of(known) : random.of(ids)
  if (pattern?.startsWith('^place-') === true) return `place-${'a'.repeat(22 + random.below(9))}`
  if (pattern?.includes('{64}') === true) return 'ab'.repeat(32)
  if (pattern?.startsWith('^[a-z]') === true) return random.of(['on_remand', 'charged', 'news_article', 'abandon', 'ability'])
  const text = random.of(words).slice(0, maxLength ?? 400)
  if (pattern === undefined || new RegExp(pattern).test(text)) return text
  // What has a shape of its own: the first of these that has it.
  return named.find((name) => new RegExp(pattern).test(name)) ?? text
}

const named = [
  'daily-2026-11-23.habeas-backup',
  'daily-2026-11-23T10-00-00Z.habeas-backup',
  '2026-11-23.habeas-backup',
  'before-0020.db',
  'Office',
  'abcd',
  '0123456789abcdef',
  'A1B2-C3D4',
]

const nested = (depth: number, leaf: unknown, asList: boolean): unknown => {
  let value = leaf
  for (let at = 0; at < depth; at += 1) value = asList ? [value] : { fields: value }
  return value
}

/** Values that were made to break something: types, numbers, texts, shapes. */
export function hostile(random: Random): unknown {
  const text = random.of<() => string>([
    () => `../../../../${marker}.txt`,
    () => `/etc/passwd\u0000${marker}`,
    () => String.raw`..\..\C:\Windows\${marker}`,
    () => `file:///etc/${marker}`,
    () => `app://habeas/../${marker}`,
    () => `${marker}'); DROP TABLE persons; --`,
    () => `${marker}" OR 1=1 /*`,
    () => `NEAR(${marker} * ^ "" AND OR NOT (`,
    () => `${marker}\ud800`,
    () => `\udfff${marker}`,
    () => `${marker}\u0000\u0001\u007f`,
    () => `\u202e${marker}\u2066`,
    () => `${marker}${'e\u0301'.repeat(300)}`,
    () => marker.repeat(random.of([100, 5000, 60_000])),
    () => `${'\u{1F3F4}\u200d'.repeat(400)}${marker}`,
    () => `{{constructor.constructor('return process')()}}${marker}`,
    () => `\${process.exit(1)}${marker}`,
    () => `%00%2e%2e%2f${marker}%s%n`,
    () => `=cmd|'/c ${marker}'!A1`,
    () => `[^${marker}][^mark1][^](${marker})`,
    () => `2023-02-30/..[${marker}]XXXX~?%`,
    () => '__proto__',
    () => 'constructor',
    () => 'hasOwnProperty',
    () => 'ﷺ'.repeat(9) + marker,
    () => '9'.repeat(400),
    () => '-'.repeat(2000),
  ])
  return random.of<() => unknown>([
    text,
    text,
    text,
    () => [text()],
    () => [text(), text(), text()],
    () => ({ [text()]: text() }),
    () => JSON.parse('{"__proto__":{"polluted":true}}') as unknown,
    () => JSON.parse('{"constructor":{"prototype":{"polluted":true}}}') as unknown,
    () => nested(random.of([3, 50, 800]), text(), random.chance(0.5)),
    () => random.of([NaN, Infinity, -Infinity, -0, 1e308, -1, 0.5, 2 ** 31, 2 ** 53, -(2 ** 53) - 2, Number.MIN_VALUE]),
    () => random.of([null, undefined, true, false, '', [], {}]),
    () => 10n ** 30n,
    () => new Date(NaN),
    () => new Map([[text(), text()]]),
    () => new Set([text()]),
    () => new Uint8Array(40),
    () => Object.assign(Object.create(null) as object, { toString: text() }),
    () => Array.from({ length: 600 }, () => text().slice(0, 20)),
    () => ({ length: 2 ** 31, 0: text() }),
  ])()
}

type Tree = Record<string, unknown> | unknown[]
const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && (Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype)

/** Turns a request wrong in one to three places; `extraKeys` are names of the contract that don't belong here. */
export function mutated(input: unknown, random: Random, extraKeys: readonly string[]): unknown {
  if (random.chance(0.04)) return hostile(random)
  let whole = structuredClone(input)
  for (let times = 1 + random.below(3); times > 0; times -= 1) whole = turnOne(whole, random, extraKeys)
  return whole
}

function turnOne(value: unknown, random: Random, extraKeys: readonly string[]): unknown {
  if (!isTree(value) || (random.chance(0.2) && !Array.isArray(value)))
    return isTree(value) ? turnKeys(value as Record<string, unknown>, random, extraKeys) : hostile(random)
  const keys = Object.keys(value)
  if (keys.length === 0) return Array.isArray(value) ? [hostile(random)] : turnKeys(value, random, extraKeys)
  const key = random.of(keys)
  const inner = (value as Record<string, unknown>)[key]
  const next = isTree(inner) && random.chance(0.7) ? turnOne(inner, random, extraKeys) : hostile(random)
  if (Array.isArray(value)) return value.map((one, at) => (String(at) === key ? next : one))
  return { ...value, [key]: next }
}

function turnKeys(value: Record<string, unknown>, random: Random, extraKeys: readonly string[]): unknown {
  const keys = Object.keys(value)
  const gone = random.of(keys)
  return random.of<() => unknown>([
    () => Object.fromEntries(Object.entries(value).filter(([key]) => key !== gone)),
    () => ({ ...value, [random.of(extraKeys)]: hostile(random) }),
    () => ({ ...value, [`${marker}${random.below(9)}`]: 1 }),
    // An own key of that name, as JSON has it.
    () =>
      Object.defineProperty({ ...value }, '__proto__', {
        value: { polluted: true, isAdmin: 1 },
        enumerable: true,
        configurable: true,
        writable: true,
      }),
    () => ({ ...value, constructor: { prototype: { polluted: true } } }),
    () => [value],
    () => Object.assign(Object.create({ inherited: marker }) as object, value),
  ])()
}
