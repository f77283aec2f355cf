import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

import { activityKinds, readActivity } from '../../../renderer/features/settings/activity-kinds.ts'

const electron = join(import.meta.dirname, '../../../electron')
const code = ['vault', 'casework']
  .flatMap((folder) =>
    readdirSync(join(electron, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(electron, folder, name)),
  )
  .filter((path) => path.endsWith('.ts'))
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n')

const literals = (text: string): string[] => [...text.matchAll(/'(\w+(?:\.\w+)?)'/g)].map(([, literal = '']) => literal)

/** Every place where a kind of entry is given: to the writer of the chain, to a change, to the four commands of a table. */
function kindsWritten(): string[] {
  const found = (pattern: RegExp): string[] => [...code.matchAll(pattern)].flatMap(([, given = '']) => literals(given))
  return [
    ...new Set([
      ...found(/\.audit\(\s*([^,]+),/g),
      ...found(/rememberBackups\(\s*vault,\s*([^,]+),/g),
      ...found(/\bkind: ('\w+\.\w+')/g),
      ...found(/(?:applyChange\(work|\.write\(), *\{ kind: ('\w+')/g),
      ...found(/purgeKind = ('[^']+')/g),
      ...found(/(?:create|update|bin|restore)Row\(work, ('[^']+')/g),
      ...found(/rowCommands\(work, ('[^']+')/g).flatMap((name) => ['create', 'update', 'bin', 'restore'].map((verb) => `${name}.${verb}`)),
    ]),
  ]
}

describe('entries of the audit chain', () => {
  it('have words, whatever in this program writes them', () => {
    const written = kindsWritten()
    expect(written.filter((kind) => readActivity(kind) === null)).toEqual([])
    // The search for them has not gone blind: every kind with words of its own is written somewhere.
    expect(activityKinds.filter((kind) => !written.includes(kind))).toEqual([])
    expect(written).toContain('charges.restore')
  })

  it('of a newer version are told by their code', () => {
    for (const kind of ['moon.landed', 'charges.sung', 'constructor.create', '']) expect(readActivity(kind)).toBeNull()
  })
})
