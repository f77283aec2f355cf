import { basename, resolve } from 'node:path'

import { readHeaderInfo, VaultError } from '../vault/index.ts'
import { Failure } from './failure.ts'
import type { CommandContext } from './context.ts'
import { createSession } from './session.ts'
import { damageExit } from './exit-codes.ts'
import type { ExitCode } from './exit-codes.ts'

const titleOf = (folder: string): string => basename(resolve(folder)).replace(/\.habeas$/i, '') || 'Habeas'

export async function create({ folder, values, output, words, passphrase }: CommandContext): Promise<ExitCode> {
  const caseworkerName = typeof values['caseworker'] === 'string' ? values['caseworker'] : 'Caseworker'
  const session = await createSession(folder, { passphrase: await passphrase(true), title: titleOf(folder), caseworkerName })
  await session.close()
  output.answer({ vault: folder }, () => [words.created(folder)])
  return 0
}

export async function demo({ folder, output, words, passphrase }: CommandContext): Promise<ExitCode> {
  const session = await createSession(folder, {
    passphrase: await passphrase(true),
    title: titleOf(folder),
    caseworkerName: 'Demonstration',
    demonstration: true,
  })
  try {
    const { total } = await session.call('cases.list', { limit: 1 })
    output.answer({ vault: folder, cases: total }, () => [words.demoCreated(folder, total)])
  } finally {
    await session.close()
  }
  return 0
}

export async function info(context: CommandContext): Promise<ExitCode> {
  const { folder, values, output, words } = context
  if (values['header-only'] === true) return headerInfo(context)
  return context.withVault(async (session) => {
    const found = await session.call('vault.info', {})
    const { title, createdAt, schemaVersion, cipher, kdf, counts, fingerprint, caseworker, readOnly } = found
    const answer = {
      name: title,
      createdAt: new Date(createdAt).toISOString(),
      schemaVersion,
      cipher,
      kdf,
      counts,
      caseworker: caseworker.name,
      readOnly,
      lastChange: fingerprint,
      folder,
    }
    output.answer(answer, () => [
      `${words.labels.name}: ${title}`,
      `${words.labels.created}: ${answer.createdAt}`,
      `${words.labels.schema}: ${schemaVersion}`,
      `${words.labels.cipher}: ${cipher}`,
      `${words.labels.kdf}: ${kdf.algorithm}, ${kdf.memoryMiB} MiB, t=${kdf.passes}, p=${kdf.lanes}`,
      `${words.labels.change}: ${fingerprint.changeNo} · ${fingerprint.words.join(' ')}`,
      `${words.labels.counts}: ${Object.entries(counts)
        .map(([table, count]) => `${table} ${count}`)
        .join(', ')}`,
    ])
    return 0
  })
}

function headerInfo({ folder, output, words }: CommandContext): ExitCode {
  try {
    const found = readHeaderInfo(folder)
    output.answer(found, () => [
      `${words.labels.cipher}: ${found.cipher}`,
      ...found.slots.flatMap(({ kdf }) =>
        kdf === undefined ? [] : [`${words.labels.kdf}: ${kdf.algorithm}, ${kdf.memoryMiB} MiB, t=${kdf.passes}, p=${kdf.lanes}`],
      ),
    ])
    return 0
  } catch (error) {
    if (error instanceof VaultError) throw new Failure(error.code, error.params)
    throw error
  }
}

export function verify({ output, words, withVault }: CommandContext): Promise<ExitCode> {
  return withVault(async (session) => {
    const result = await session.call('vault.verify', {})
    output.answer(result, () =>
      result.sound
        ? [words.sound, ...Object.entries(result.checked).map(([what, count]) => `  ${what}: ${count}`)]
        : result.faults.map(({ what, params }) =>
            words.fault(
              `${what} ${Object.entries(params)
                .map(([key, value]) => `${key}=${String(value)}`)
                .join(' ')}`,
            ),
          ),
    )
    return result.sound ? 0 : damageExit
  })
}
