import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

import { root } from './project.mjs'
import { ready } from './setup.mjs'

// Set-up and build speak on standard error: standard output holds the answer and nothing else, since scripts read it.
ready()
const { buildOrExit } = await import('./bundle.mjs')
await buildOrExit()
const entry = join(root, 'out/cli/index.js')
process.argv.splice(1, 1, entry)
await import(pathToFileURL(entry).href)
