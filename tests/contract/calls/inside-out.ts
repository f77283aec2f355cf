/** A request turned wrong in one place, and where an answer must say that the fault is. */
export type Fault = { what: string; path: string; input: unknown }

type Shape = Record<string, unknown>
const isShape = (value: unknown): value is Shape => typeof value === 'object' && value !== null && !Array.isArray(value)

/** JSON Schema of an object, as far as needed here. */
type ObjectSchema = { required?: string[]; properties?: Record<string, ObjectSchema> }

/**
 * Every way in which a good request goes wrong in its shape: each key with a value of a wrong type, each required key
 * left out, an unknown key at each level, and something that is no object at all.
 */
export function faultsOf(input: unknown, schema: ObjectSchema): Fault[] {
  const whole = [null, 'words', 7, []].map((wrong): Fault => ({ what: `${JSON.stringify(wrong)} for the whole`, path: '', input: wrong }))
  return isShape(input) ? [...whole, ...faultsInside(input, schema, [], (changed) => changed)] : whole
}

function faultsInside(shape: Shape, schema: ObjectSchema, at: readonly string[], rebuild: (changed: Shape) => unknown): Fault[] {
  const extra: Fault = {
    what: `unknown key in ${at.join('.') || 'the request'}`,
    path: at.join('.'),
    input: rebuild({ ...shape, somethingElse: 1 }),
  }
  const missing = (schema.required ?? [])
    .filter((key) => key in shape)
    .map((key): Fault => ({ what: `${key} left out`, path: [...at, key].join('.'), input: rebuild(without(shape, key)) }))
  const inside = Object.entries(shape).flatMap(([key, value]): Fault[] => {
    const path = [...at, key]
    const wrong: Fault = {
      what: `${path.join('.')} of a wrong type`,
      path: path.join('.'),
      input: rebuild({ ...shape, [key]: isShape(value) ? 12_345 : { wrong: 'type' } }),
    }
    // A date may come as words or as an object; its own shape is the date tests' matter.
    if (!isShape(value) || 'typed' in value) return [wrong]
    return [wrong, ...faultsInside(value, schema.properties?.[key] ?? {}, path, (changed) => rebuild({ ...shape, [key]: changed }))]
  })
  return [extra, ...missing, ...inside]
}

const without = (shape: Shape, key: string): Shape => Object.fromEntries(Object.entries(shape).filter(([name]) => name !== key))
