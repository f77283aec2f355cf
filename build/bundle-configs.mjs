import { join } from 'node:path'

import { lingui } from '@lingui/vite-plugin'
import react from '@vitejs/plugin-react'

import { root } from './project.mjs'

/** Stay outside the bundles: native modules, and the one module that Electron itself provides. */
const external = ['electron', 'better-sqlite3', '@node-rs/argon2', '@myriaddreamin/typst-ts-node-compiler']

/** Entries outside the page: source → place in `out/`. */
export const nodeEntries = {
  'electron/main/index.ts': 'main/index.js',
  'electron/vault/vault-process.ts': 'vault/vault-process.js',
  'electron/vault/drafts-process.ts': 'vault/drafts-process.js',
  'electron/vault/helper-process.ts': 'vault/helper-process.js',
  'electron/vault/verify-worker.ts': 'vault/verify-worker.js',
  'electron/reports/report-process.ts': 'reports/report-process.js',
  'electron/cli/index.ts': 'cli/index.js',
}
export const preloadEntry = 'electron/preload/index.ts'

const common = { configFile: false, root, logLevel: 'warn', clearScreen: false, publicDir: false }

/** One bundle of the main process, a helper process or the command line: ESM for the Node inside Electron. */
export const nodeConfig = (out, entry, file, define) => ({
  ...common,
  define,
  ssr: { noExternal: true, external, target: 'node' },
  build: {
    ssr: join(root, entry),
    outDir: join(out, file.split('/')[0]),
    emptyOutDir: false,
    minify: false,
    target: 'node24',
    rolldownOptions: {
      external,
      output: { format: 'esm', entryFileNames: file.split('/')[1], chunkFileNames: `${file.split('/')[1].replace(/\.js$/, '')}-[name].js` },
    },
  },
})

/** The preload must be CommonJS: sandboxed preloads can't be modules. */
export const preloadConfig = (out, define) => ({
  ...common,
  define,
  build: {
    outDir: join(out, 'preload'),
    emptyOutDir: false,
    minify: true,
    lib: { entry: join(root, preloadEntry), formats: ['cjs'], fileName: () => 'index.cjs' },
    rolldownOptions: { external: ['electron'] },
  },
})

/**
 * The page: no inline script or style and no inlined asset, since its CSP forbids them. A word without its translation
 * fails the build; HABEAS_UNTRANSLATED=1 lets it pass while one is working.
 */
export const pageConfig = (out, define) => ({
  ...common,
  root: join(root, 'renderer'),
  base: '/',
  define,
  plugins: [
    react(),
    lingui({
      cwd: root,
      configPath: join(root, 'build/lingui.config.mjs'),
      macroTransform: true,
      failOnMissing: process.env['HABEAS_UNTRANSLATED'] !== '1',
      failOnCompileError: true,
    }),
  ],
  build: {
    outDir: join(out, 'renderer'),
    emptyOutDir: true,
    target: 'chrome140',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 4096,
  },
})

/**
 * The gallery of the components, for looking at and for its test; it goes to a folder of its own and is never shipped.
 * @returns {import('vite').InlineConfig}
 */
export const galleryConfig = (folder) => {
  const { build, ...page } = pageConfig(folder, {})
  return { ...page, build: { ...build, outDir: folder, rolldownOptions: { input: join(root, 'renderer/gallery.html') } } }
}
