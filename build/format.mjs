import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

import { root } from './project.mjs'
import { ready } from './setup.mjs'

ready()
const { status } = spawnSync(process.execPath, [join(root, 'node_modules/oxfmt/bin/oxfmt'), ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
})
process.exit(status ?? 1)
