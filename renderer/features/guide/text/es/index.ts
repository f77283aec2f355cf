import { reading } from './reading.ts'
import { keeping } from './keeping.ts'
import { safety } from './safety.ts'
import { trouble } from './trouble.ts'
import { work } from './work.ts'

export const guide = { ...work, ...reading, ...safety, ...keeping, ...trouble }
