import { z } from 'zod'

import type { AppEvent } from '../contract/index.ts'

const progressSchema = z.object({
  type: z.literal('progress'),
  work: z.enum(['unlock', 'create', 'passphrase', 'report', 'verify', 'backup', 'rescue', 'rekey', 'travel']),
  share: z.number().nullable(),
})

/** The only event of a helper that pages hear of. */
export const isProgress = (event: unknown): event is Extract<AppEvent, { type: 'progress' }> => progressSchema.safeParse(event).success
