import { dirname, join, relative, sep } from 'node:path'

import { root } from '../project.mjs'
import { doors, openTo, rooms } from './rooms.mjs'

const roomOf = (file) => file.split('/').slice(0, 2).join('/')
const allows = (packages, name) =>
  packages.some((allowed) => (allowed.endsWith('*') ? name.startsWith(allowed.slice(0, -1)) : name === allowed))

/** Why `file` (from the project's folder, with `/`) may not import `source`, or null if it may. */
export function refusal(file, source) {
  const room = roomOf(file)
  const allowed = rooms[room]
  if (allowed === undefined) return null
  if (!source.startsWith('.')) {
    return allows(allowed.packages, source)
      ? null
      : `${room} may not use the package ${source}. See build/lint/rooms.mjs for who may use what.`
  }
  const path = join(dirname(file), source).split(sep).join('/')
  const target = roomOf(path)
  if (target === room || allowed.rooms.includes(target) || doors[file]?.includes(target) || openTo[path]?.includes(room)) return null
  return `${room} may not import from ${target}: imports run one way. See build/lint/rooms.mjs for who may import whom.`
}

/** Holds the import table of `rooms.mjs` for every way to name another file: import, import type, re-export, import(), import('…').T. */
export const boundaries = {
  create(context) {
    const file = relative(root, context.filename).split(sep).join('/')
    const check = (node, source) => {
      if (typeof source?.value !== 'string') return
      const message = refusal(file, source.value)
      if (message !== null) context.report({ node, message })
    }
    return {
      ImportDeclaration: (node) => check(node, node.source),
      ExportNamedDeclaration: (node) => check(node, node.source),
      ExportAllDeclaration: (node) => check(node, node.source),
      ImportExpression: (node) => check(node, node.source),
      TSImportType: (node) => check(node, node.source ?? node.argument?.literal ?? node.argument),
    }
  },
}
