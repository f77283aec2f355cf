// Brings the catalogues of the page's words up to date with the source: new words arrive untranslated, which the build
// refuses until they are translated; words that are gone leave.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

import { root } from './project.mjs'
import { ready } from './setup.mjs'

ready()
const lingui = join(root, 'node_modules/@lingui/cli/dist/lingui.js')
const { status } = spawnSync(
  process.execPath,
  [lingui, 'extract', '--clean', '--config', join(root, 'build/lingui.config.mjs'), ...process.argv.slice(2)],
  { cwd: root, stdio: 'inherit' },
)
process.exit(status ?? 1)
