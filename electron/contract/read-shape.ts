import { z } from 'zod'

/**
 * Reads something from outside by a schema; never throws. zod's own checks of length run on whatever has a `length`, and
 * comparing one that is an object without a primitive value throws: such an input is refused like any other.
 */
export function readShape<Schema extends z.ZodType>(schema: Schema, input: unknown): z.ZodSafeParseResult<z.output<Schema>> {
  try {
    return schema.safeParse(input)
  } catch {
    return {
      success: false,
      error: new z.ZodError<z.output<Schema>>([{ code: 'custom', path: [], message: 'not_readable', input: undefined }]),
    }
  }
}
