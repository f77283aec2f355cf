// `node build/screenshots.mjs [SCREEN,SCREEN]`: takes the pictures of docs/screenshots/ anew: every screen in every
// state, in English, Spanish and Arabic, light and dark, in both sizes, by the test that walks through all of them.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

import { ensureBrowser } from './find-browser.mjs'
import { root } from './project.mjs'
import { ready, withBin } from './setup.mjs'

ready()
const { buildOrExit } = await import('./bundle.mjs')
await buildOrExit()
const browser = ensureBrowser((line) => process.stderr.write(`${line}\n`))
if (browser === null) process.exit(1)
const screens = process.argv[2]
const { status } = spawnSync(
  process.execPath,
  [
    join(root, 'node_modules/@playwright/test/cli.js'),
    'test',
    '-c',
    join(root, 'build/playwright.config.ts'),
    'tour.spec.ts',
    '--reporter=list',
  ],
  {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...withBin(),
      FULL: '1',
      HABEAS_BROWSER: browser,
      HABEAS_PICTURES: join(root, 'docs/screenshots'),
      ...(screens === undefined ? {} : { HABEAS_SCREENS: screens }),
    },
  },
)
process.exit(status ?? 1)
