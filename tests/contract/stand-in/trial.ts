import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, onTestFinished } from 'vitest'

import { launchStandIn } from '../../../build/stand-in/stand-in.mjs'

export const trialApp = join(import.meta.dirname, 'trial-app')

/** What a test does with Electron's module inside the trial app's main process. */
// The module's shape is Electron's own there; a test names what it uses of it.
// oxlint-disable-next-line typescript/no-explicit-any
type InMain = (electron: any, state: any, argument: any, event: any) => unknown

/** Starts the trial app over the stand-in. */
export async function openTrial(options: { args?: string[]; main?: string; profile?: string } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'habeas-trial-'))
  const trial = await launchStandIn({
    main: join(trialApp, 'main.mjs'),
    cwd: trialApp,
    home: join(folder, 'home'),
    profile: join(folder, 'profile'),
    ...options,
  })
  const stop = async (): Promise<void> => {
    await trial.kill()
    rmSync(folder, { recursive: true, force: true })
  }
  const inMain = async (page: Page, work: InMain, argument?: unknown): Promise<unknown> =>
    page.evaluate(
      ([source, value]) =>
        (globalThis as unknown as { bridge: { invoke: (channel: string, ...args: unknown[]) => Promise<unknown> } }).bridge.invoke(
          'run',
          source,
          value,
        ),
      [String(work), argument] as const,
    )
  // The answer to what ends the app races with the end of the page that waits for it; either may come first.
  const endInMain = async (page: Page, work: InMain): Promise<void> => {
    await inMain(page, work).catch((error: unknown) => {
      if (!(error instanceof Error) || !error.message.includes('has been closed')) throw error
    })
  }
  return { trial, folder, inMain, endInMain, stop }
}

/** A trial app of one test alone; it and its folders are gone when the test is over. */
export async function startTrial(options: Parameters<typeof openTrial>[0] = {}) {
  const opened = await openTrial(options)
  onTestFinished(opened.stop)
  return opened
}

/** A trial app that the tests of a file share, since starting a browser takes a second. */
export function shareTrial(): () => Awaited<ReturnType<typeof openTrial>> {
  let opened: Awaited<ReturnType<typeof openTrial>> | undefined
  beforeAll(async () => {
    opened = await openTrial()
  })
  afterAll(() => opened?.stop())
  return () => {
    if (opened === undefined) throw new Error('The trial app has not started.')
    return opened
  }
}
