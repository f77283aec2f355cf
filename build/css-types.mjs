import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { root } from './project.mjs'

/**
 * Writes a declaration beside each CSS module that names its classes, so that a class which does not exist does not
 * compile. The declarations are not committed: they follow from the style sheets.
 */
export function writeCssTypes() {
  for (const file of readdirSync(join(root, 'renderer'), { recursive: true })) {
    if (!file.endsWith('.module.css')) continue
    const path = join(root, 'renderer', file)
    const css = readFileSync(path, 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '')
    const names = [...new Set([...css.matchAll(/\.(-?[A-Za-z_][\w-]*)(?=[^{}]*\{)/g)].map((match) => match[1]))].toSorted()
    const text = `declare const styles: {\n${names.map((name) => `  readonly ${JSON.stringify(name)}: string`).join('\n')}\n}\nexport default styles\n`
    const types = `${path.slice(0, -4)}.css.d.ts`
    if (readIfThere(types) !== text) writeFileSync(types, text)
  }
}

const readIfThere = (path) => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

if (process.argv[1] === import.meta.filename) writeCssTypes()
