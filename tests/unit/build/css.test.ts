import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

// The page is read from right to left too: a style that names left or right, or width where the line's direction is
// meant, would have to be undone for Arabic.

const renderer = join(import.meta.dirname, '..', '..', '..', 'renderer')
const physical = [
  /(?:^|[\s;{])(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right|top|bottom)\b/,
  /(?:^|[\s;{])(?:left|right|top|bottom)\s*:/,
  /(?:^|[\s;{])border-(?:top|bottom)-(?:left|right)-radius/,
  /(?:text-align|float|clear|caption-side)\s*:\s*(?:left|right)\b/,
  /(?:^|[\s;{])(?:min-|max-)?(?:width|height)\s*:/,
]

/** Lines of a style sheet that name a physical direction, comments and conditions (`@media (width < …)`) aside. */
function physicalLines(css: string): string[] {
  const bare = css
    .replaceAll(/\/\*[\s\S]*?\*\//g, (comment) => comment.replaceAll(/[^\n]/g, ' '))
    .replaceAll(/@(?:media|container|supports)[^{]*/g, '')
  return bare
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => physical.some((pattern) => pattern.test(line)))
}

const sheets = readdirSync(renderer, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.css'))

test('style sheets name directions by the line, not by the screen', () => {
  const found = sheets.flatMap((file) => physicalLines(readFileSync(join(renderer, file), 'utf8')).map((line) => `${file}: ${line}`))
  expect(sheets.length).toBeGreaterThan(0)
  expect(found).toEqual([])
})

test.each([
  '.a { margin-left: 1px }',
  '.a { left: 0 }',
  '.a { text-align: right; }',
  '.a { border-top-left-radius: 2px }',
  '.a { width: 3rem }',
  '  max-height: 3px;',
])('notices %s', (css) => {
  expect(physicalLines(css)).toHaveLength(1)
})

test('leaves logical properties alone', () => {
  expect(
    physicalLines(
      '@media (max-width: 40rem) {\n.a { margin-inline-start: 1px; inset-inline: 0; line-height: 1.4; border-block-end: 1px solid; inline-size: 3rem } }',
    ),
  ).toEqual([])
})
