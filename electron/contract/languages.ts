import { z } from 'zod'

import { languages } from './language-list.ts'

// The list stands apart from the schema: the lock screen needs the one and is painted sooner without the other.
export { directionOf, languages, type Language } from './language-list.ts'
export const languageSchema = z.enum(languages)
