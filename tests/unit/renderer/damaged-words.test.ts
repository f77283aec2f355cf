import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..', '..', '..')

/** What a pattern finds in a file's text. Files with words in them are not loaded here: their words need the page's build. */
const inText = (path: string, pattern: RegExp): string[] => [...readFileSync(path, 'utf8').matchAll(pattern)].map(([, found = '']) => found)

test('every part of a vault that can be damaged has words of its own', () => {
  const vault = join(root, 'electron', 'vault')
  const sources = readdirSync(vault, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
  const parts = new Set(sources.flatMap((name) => inText(join(vault, name), /VaultError\('damaged', \{[^}]*what: '(\w+)'/g)))
  // The lock never holds a byte, and is emptied by itself.
  parts.delete('lock')
  expect(parts).toContain('rekey')
  const worded = inText(join(root, 'renderer', 'api', 'error-details.ts'), /^ {2}(\w+): msg`/gm)
  expect([...parts].filter((what) => !worded.includes(what))).toEqual([])
})
