import { z } from 'zod'

/**
 * Reads something from outside by a schema; never throws. zod's own checks of length run on whatever has a `length`, and
 * comparing one that is an object without a primitive value throws: such an input is refused like any other.
 */
export function readShape<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
): { success: true; data: z.output<Schema> } | { success: false; error: z.ZodError } {
  try {
    const read = schema.safeParse(input)
    return read.success ? { success: true, data: read.data } : { success: false, error: read.error }
  } catch {
    return { success: false, error: new z.ZodError([{ code: 'custom', path: [], message: 'not_readable', input: undefined }]) }
  }
}
