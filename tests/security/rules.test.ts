import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

import { later, rules } from './rules.ts'

const root = join(import.meta.dirname, '../..')
const read = (file: string): string => readFileSync(join(root, file), 'utf8')
const all = Array.from({ length: 25 }, (_, index) => index + 1)

/** Whether a file has a test, or a group of them, whose title names the rule: "Rule 11: …", "(security rules 1 and 2)". */
function namesRule(file: string, rule: number): boolean {
  const lines = read(file).split('\n')
  // A long title stands on the line after the one that begins the test.
  const titles = lines.filter(
    (line, at) => /\b(?:describe|test|it)\b/.test(line) || /\b(?:describe|test|it)\b.*\($/.test(lines[at - 1] ?? ''),
  )
  return titles.some((title) =>
    [...title.matchAll(/\brules? ([\d, and]+)/gi)].some(([, numbers = '']) => numbers.split(/\D+/).includes(String(rule))),
  )
}

describe('the table of rules and tests', () => {
  test('has every rule: shown, or said to come with a part that is not built yet', () => {
    for (const rule of all) expect(rule in rules !== rule in later, `rule ${rule}`).toBe(true)
  })

  test.each(Object.entries(rules))('rule %s: each file that is named is there and has a test of that name', (rule, files) => {
    for (const file of files) {
      expect(existsSync(join(root, file)), file).toBe(true)
      expect(namesRule(file, Number(rule)), `${file} names rule ${rule}`).toBe(true)
    }
  })

  test('a file that names no such rule would be found out', () => {
    expect(namesRule('tests/vault/kdf.test.ts', 5)).toBe(true)
    expect(namesRule('tests/vault/kdf.test.ts', 21)).toBe(false)
  })

  test('docs/threat-model.md says the same, and names no file that is not there', () => {
    const words = read('docs/threat-model.md')
    for (const [rule, files] of Object.entries(rules)) {
      const row = words.split('\n').find((line) => line.startsWith(`| ${rule} |`)) ?? ''
      for (const file of files) expect(row, `rule ${rule} in the threat model`).toContain(file.replace('tests/', ''))
    }
    for (const [rule, part] of Object.entries(later))
      expect(words.split('\n').find((line) => line.startsWith(`| ${rule} |`)) ?? '').toContain(part)
    for (const [, file = ''] of words.matchAll(/`((?:tests|electron|build|renderer|docs)\/[\w./-]+\.\w+)`/g))
      expect(existsSync(join(root, file)), file).toBe(true)
  })
})
