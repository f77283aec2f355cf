import { dirname, join } from 'node:path'

/** The folder of the built files; this code runs from `main/` in it. */
const out = dirname(import.meta.dirname)

/** Where the built parts of the app stand, packaged or not. */
export const places = {
  page: join(out, 'renderer'),
  preload: join(out, 'preload', 'index.cjs'),
  vaultProcess: join(out, 'vault', 'vault-process.js'),
  draftsProcess: join(out, 'vault', 'drafts-process.js'),
  helperProcess: join(out, 'vault', 'helper-process.js'),
  reportProcess: join(out, 'reports', 'report-process.js'),
  commandLine: join(out, 'cli', 'index.js'),
} as const
