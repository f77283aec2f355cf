/**
 * Who may import whom: the one table behind the lint rule `habeas/boundaries`. `rooms` are the other folders that a
 * folder may reach into; `packages` are the packages it may use (a name, or a prefix that ends in `*`). What is not
 * listed is refused. Imports run one way, so a reader can begin at `domain` and never has to look ahead.
 */
const page = [
  'react',
  'react-dom',
  'react-dom/*',
  'react/*',
  'react-aria-components',
  'react-aria-components/*',
  '@internationalized/*',
  '@tanstack/*',
  'react-hook-form',
  '@hookform/*',
  'lucide-react',
  'uqr',
  '@scure/bip39/wordlists/*',
  '@lingui/*',
  '@fontsource/*',
  'zod',
]

export const rooms = {
  'electron/contract': { rooms: ['electron/domain'], packages: ['zod'] },
  'electron/domain': { rooms: ['electron/contract'], packages: ['zod'] },
  'electron/vault': {
    rooms: ['electron/contract', 'electron/domain'],
    packages: ['node:*', 'zod', 'better-sqlite3', '@node-rs/argon2', '@scure/*', 'shamir-secret-sharing', '@zxcvbn-ts/*'],
  },
  'electron/casework': { rooms: ['electron/contract', 'electron/domain', 'electron/vault'], packages: ['node:*', 'zod', 'better-sqlite3'] },
  'electron/reports': {
    rooms: ['electron/contract', 'electron/domain', 'electron/vault', 'electron/casework'],
    packages: ['node:*', 'zod', '@myriaddreamin/*', 'uqr'],
  },
  'electron/exchange': {
    rooms: ['electron/contract', 'electron/domain', 'electron/vault', 'electron/casework'],
    packages: ['node:*', 'zod'],
  },
  'electron/cli': {
    rooms: ['electron/contract', 'electron/domain', 'electron/vault', 'electron/casework', 'electron/reports', 'electron/exchange'],
    packages: ['node:*', 'zod'],
  },
  // Main reaches the vault by messages only: it must not even be able to open one.
  'electron/main': { rooms: ['electron/contract', 'electron/domain'], packages: ['electron', 'node:*', 'zod'] },
  // The preload runs beside the page: types of the contract, and nothing that would bring code along.
  'electron/preload': { rooms: ['electron/contract'], packages: ['electron'] },
  'renderer/api': { rooms: ['electron/contract', 'electron/domain'], packages: page },
  'renderer/i18n': { rooms: ['electron/contract', 'electron/domain', 'renderer/api'], packages: page },
  'renderer/styles': { rooms: [], packages: ['@fontsource/*'] },
  'renderer/components': {
    rooms: ['electron/contract', 'electron/domain', 'renderer/api', 'renderer/i18n', 'renderer/styles'],
    packages: page,
  },
  'renderer/features': {
    rooms: ['electron/contract', 'electron/domain', 'renderer/api', 'renderer/components', 'renderer/i18n', 'renderer/styles'],
    packages: page,
  },
  'renderer/app': {
    rooms: [
      'electron/contract',
      'electron/domain',
      'renderer/api',
      'renderer/components',
      'renderer/features',
      'renderer/i18n',
      'renderer/styles',
    ],
    packages: page,
  },
  // Pictures of the components in the development build: of the app it has the policy of trusted types alone.
  'renderer/gallery': { rooms: ['renderer/app', 'renderer/components', 'renderer/i18n', 'renderer/styles'], packages: page },
}

/** Files that may reach further than their room: the places where two rooms are put together. */
export const doors = {
  'electron/vault/vault-process.ts': ['electron/casework'],
  'electron/vault/helper-process.ts': ['electron/casework'],
  'electron/vault/verify-worker.ts': ['electron/casework'],
  'electron/casework/reports.ts': ['electron/reports'],
}

/** Files that more rooms may reach than their own: a context that the frame provides and its features use. */
export const openTo = {
  'renderer/app/navigation.tsx': ['renderer/features'],
  'renderer/app/commands/registry.ts': ['renderer/features'],
  'renderer/app/commands/keys.ts': ['renderer/features'],
  'renderer/app/commands/use-group-words.ts': ['renderer/features'],
}
