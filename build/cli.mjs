import { spawn } from 'node:child_process'
import { join } from 'node:path'

import { root } from './project.mjs'
import { ready } from './setup.mjs'

ready()
// Everything that is not the answer goes to standard error: scripts read standard output.
const { build } = await import('./bundle.mjs')
await build()
const child = spawn(process.execPath, [join(root, 'out/cli/index.js'), ...process.argv.slice(2)], { stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.on('close', (code, signal) => process.exit(code ?? (signal === null ? 1 : 128)))
