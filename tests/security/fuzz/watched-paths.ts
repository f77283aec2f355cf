import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { resolve } from 'node:path'

const watched = [
  'openSync',
  'readFileSync',
  'writeFileSync',
  'appendFileSync',
  'statSync',
  'lstatSync',
  'existsSync',
  'accessSync',
  'readdirSync',
  'renameSync',
  'rmSync',
  'unlinkSync',
  'mkdirSync',
  'mkdtempSync',
  'cpSync',
  'copyFileSync',
  'symlinkSync',
  'linkSync',
  'truncateSync',
  'createReadStream',
  'createWriteStream',
] as const

/**
 * Notes every path that this process's JavaScript gives to the file system, while `work` runs, outside of the folders where
 * it belongs. `fs` is changed for all modules, also those that imported its functions by name.
 */
export async function pathsOutside(inside: readonly string[], work: () => Promise<void>): Promise<string[]> {
  const outside = new Set<string>()
  const table = fs as unknown as Record<string, (...args: unknown[]) => unknown>
  const originals = new Map(watched.map((name) => [name, table[name]] as const))
  for (const [name, original] of originals) {
    if (original === undefined) continue
    table[name] = Object.assign((...args: unknown[]) => {
      for (const arg of args.slice(0, name === 'renameSync' || name === 'cpSync' || name === 'copyFileSync' ? 2 : 1))
        if (typeof arg === 'string' && !inside.some((folder) => resolve(arg).startsWith(folder))) outside.add(`${name} ${arg}`)
      return original.apply(fs, args)
    }, original)
  }
  syncBuiltinESMExports()
  try {
    await work()
  } finally {
    for (const [name, original] of originals) if (original !== undefined) table[name] = original
    syncBuiltinESMExports()
  }
  return [...outside]
}
