import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

import { afterAll, expect, test } from 'vitest'

// Each rule is shown to fire: snippets that break it are linted by the real linter with the real configuration, in a
// folder apart with the same rooms, so that none is ever mistaken for a part of the program.

const root = join(import.meta.dirname, '..', '..', '..')
const apart = mkdtempSync(join(tmpdir(), 'habeas-lint-'))
type Sample = { room: string; file: string; code: string; rule: string }

const reach = (room: string, code: string): Sample => ({ room, file: 'reach.ts', code, rule: 'habeas(boundaries)' })
const refused: Sample[] = [
  reach('electron/contract', "import '../../vault/vault.ts'"),
  reach('electron/contract', "import 'node:fs'"),
  reach('electron/domain', "import '../../casework/index.ts'"),
  reach('electron/domain', "import 'edtf'"),
  reach('electron/vault', "import '../../casework/index.ts'"),
  reach('electron/vault', "import 'electron'"),
  reach('electron/casework', "import '../../reports/collect.ts'"),
  reach('electron/casework', "import '../../cli/index.ts'"),
  reach('electron/reports', "import '../../cli/index.ts'"),
  reach('electron/reports', "import 'electron'"),
  reach('electron/exchange', "import '../../reports/collect.ts'"),
  reach('electron/cli', "import '../../main/index.ts'"),
  reach('electron/cli', "import 'electron'"),
  reach('electron/main', "import '../../vault/vault.ts'"),
  reach('electron/main', "import 'better-sqlite3'"),
  reach('electron/preload', "import '../../main/index.ts'"),
  reach('electron/preload', "import 'zod'"),
  reach('renderer/features', "import '../../../electron/vault/vault.ts'"),
  reach('renderer/features', "import 'electron'"),
  reach('renderer/features', "import 'node:fs'"),
  reach('renderer/components', "import '../../features/case/index.ts'"),
  reach('renderer/api', "import '../../features/case/index.ts'"),
  // Every way to name another file is caught.
  {
    room: 'electron/domain',
    file: 'type.ts',
    code: "import type { Vault } from '../../vault/vault.ts'\nexport type Kept = Vault",
    rule: 'habeas(boundaries)',
  },
  { room: 'electron/domain', file: 're-export.ts', code: "export { openVault } from '../../vault/vault.ts'", rule: 'habeas(boundaries)' },
  { room: 'electron/domain', file: 're-export-all.ts', code: "export * from '../../vault/vault.ts'", rule: 'habeas(boundaries)' },
  {
    room: 'electron/domain',
    file: 'dynamic.ts',
    code: "export const late = () => import('../../vault/vault.ts')",
    rule: 'habeas(boundaries)',
  },
  {
    room: 'electron/domain',
    file: 'import-type.ts',
    code: "export type Vault = import('../../vault/vault.ts').Vault",
    rule: 'habeas(boundaries)',
  },
  // Habits of the code.
  {
    room: 'electron/domain',
    file: 'any.ts',
    code: 'export const loose = (value: any) => String(value)',
    rule: 'typescript(no-explicit-any)',
  },
  {
    room: 'electron/domain',
    file: 'sure.ts',
    code: 'export const sure = (value: string | null) => value!.length',
    rule: 'typescript(no-non-null-assertion)',
  },
  { room: 'electron/domain', file: 'default.ts', code: 'const one = 1\nexport default one', rule: 'import(no-default-export)' },
  {
    room: 'electron/domain',
    file: 'interface.ts',
    code: 'export interface Shape { side: number }',
    rule: 'typescript(consistent-type-definitions)',
  },
  { room: 'electron/domain', file: 'log.ts', code: "console.log('a name')", rule: 'eslint(no-console)' },
  {
    room: 'electron/domain',
    file: 'floating.ts',
    code: 'const wait = async () => 1\nexport const go = () => { wait() }',
    rule: 'typescript(no-floating-promises)',
  },
  // The page.
  { room: 'renderer/features', file: 'bridge.ts', code: 'export const calls = () => window.habeas', rule: 'habeas(bridge)' },
  { room: 'renderer/features', file: 'Text.tsx', code: 'export const Text = () => <p>Whereabouts</p>', rule: 'habeas(translated-words)' },
  {
    room: 'renderer/features',
    file: 'Label.tsx',
    code: 'export const Label = () => <input aria-label="Whereabouts" />',
    rule: 'habeas(translated-words)',
  },
  {
    room: 'renderer/features',
    file: 'Choice.tsx',
    code: "export const Choice = ({ held }: { held: boolean }) => <p>{held ? 'Held' : null}</p>",
    rule: 'habeas(translated-words)',
  },
]

/** What is allowed stays allowed: a rule that refuses everything would pass the tests above. */
const allowed: Omit<Sample, 'rule'>[] = [
  {
    room: 'electron/domain',
    file: 'fine.ts',
    code: "import { z } from 'zod'\nexport * from '../../contract/index.ts'\nexport const one = z.literal(1)",
  },
  { room: 'electron/reports', file: 'fine.ts', code: "export * from '../../casework/index.ts'" },
  {
    room: 'renderer/features',
    file: 'Fine.tsx',
    code: "import { Trans, useLingui } from '@lingui/react/macro'\nexport function Fine() {\n  const { t } = useLingui()\n  return (\n    <p title={t`Whereabouts`}>\n      <Trans>Where the person is</Trans> — 12 <kbd>Ctrl</kbd>\n    </p>\n  )\n}",
  },
]

const numbered = refused.map((sample, index) => ({ ...sample, file: `${index}-${sample.file}` }))
const place = ({ room, file }: { room: string; file: string }) => `${room}/snippet/${file}`

type Diagnostic = { code?: string; filename: string }

function lint(): Diagnostic[] {
  for (const part of ['.oxlintrc.json', 'tsconfig.json', 'build/lint', 'build/project.mjs'])
    cpSync(join(root, part), join(apart, part), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(apart, 'node_modules'), 'junction')
  for (const sample of [...numbered, ...allowed]) {
    const path = join(apart, place(sample))
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, `${sample.code}\n`)
  }
  const oxlint = join(root, 'node_modules/oxlint/bin/oxlint')
  const { stdout } = spawnSync(process.execPath, [oxlint, '--type-aware', '--format=json', 'electron', 'renderer'], {
    cwd: apart,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  })
  return (JSON.parse(stdout) as { diagnostics: Diagnostic[] }).diagnostics
}

let found: Diagnostic[] | undefined
const codesOf = (sample: { room: string; file: string }) =>
  (found ??= lint()).filter(({ filename }) => filename.replaceAll('\\', '/').endsWith(place(sample))).map(({ code }) => code)

afterAll(() => rmSync(apart, { recursive: true, force: true }))

test.each(numbered)('$room refuses: $code', (sample) => {
  expect(codesOf(sample)).toContain(sample.rule)
})

test.each(allowed)('$room allows: $code', (sample) => {
  expect(codesOf(sample)).toEqual([])
})
