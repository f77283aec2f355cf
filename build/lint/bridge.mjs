import { relative, sep } from 'node:path'

import { root } from '../project.mjs'

/** The page reaches the app through `renderer/api` alone, so that caching, errors and locking are met in one place. */
export const bridge = {
  create(context) {
    const file = relative(root, context.filename).split(sep).join('/')
    if (!file.startsWith('renderer/') || file.startsWith('renderer/api/')) return {}
    return {
      MemberExpression(node) {
        const owner = node.object.type === 'Identifier' ? node.object.name : null
        const name = node.computed ? node.property.value : node.property.name
        if ((owner === 'window' || owner === 'globalThis') && name === 'habeas') {
          context.report({ node, message: 'Only renderer/api uses window.habeas.' })
        }
      },
    }
  },
}
