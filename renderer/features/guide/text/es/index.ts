import { reading } from './reading.ts'
import { safety } from './safety.ts'
import { work } from './work.ts'

export const guide = { ...work, ...reading, ...safety }
