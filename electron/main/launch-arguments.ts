import { erasureSchema } from '../contract/index.ts'
import type { Erasure } from '../contract/index.ts'

/** What the command line of the app asks for. */
export type LaunchArguments = {
  /** `habeas cli …`: the command line instead of a window. */
  commandLine: boolean
  /** A profile folder of its own; unpackaged builds only, so that tests never touch a person's. */
  profile: string | undefined
  /** Exit at lock instead of starting anew; unpackaged builds only: whoever drives the app starts the next instance. */
  relaunches: boolean
  /** What a quick erase by the run before this one left, to be said once. */
  erased: Erasure | null
  /** Whether the run before this one locked an open vault: that it did, and never where the vault lies. */
  locked: boolean
}

const erasedSwitch = '--erased='
const lockedSwitch = '--locked'

/** What one run of the app tells the next. Whoever lists processes can read it, so it names no vault and no place. */
export type Told = { erased?: Erasure; locked?: boolean }

/** A packaged app has its own path first; an unpackaged one Electron's, then switches for Chromium, then the app's. */
function wordsOf(argv: readonly string[], packaged: boolean): string[] {
  const words = argv.slice(1)
  if (packaged) return words
  const app = words.findIndex((word) => !word.startsWith('-'))
  return app === -1 ? words : words.slice(app + 1)
}

/** Reads `process.argv`. */
export function readLaunchArguments(argv: readonly string[], packaged: boolean): LaunchArguments {
  const words = wordsOf(argv, packaged)
  const profile = words.find((word) => word.startsWith('--profile='))?.slice('--profile='.length)
  return {
    commandLine: words[0] === 'cli',
    profile: packaged || profile === '' ? undefined : profile,
    relaunches: packaged || !words.includes('--no-relaunch'),
    erased: erasureSchema.safeParse(words.find((word) => word.startsWith(erasedSwitch))?.slice(erasedSwitch.length)).data ?? null,
    locked: words.includes(lockedSwitch),
  }
}

/**
 * What is to be started anew at lock; undefined where Electron knows that itself. An AppImage runs out of a mount that goes
 * with its process, so there it is the file that the person started, and that unpacked: the old mount may still be going
 * while the new one comes. What a run tells is told to the next one, and to no run after it.
 */
export function relaunchOptions(
  argv: readonly string[],
  packaged: boolean,
  appImage: string | undefined,
  { erased, locked = false }: Told = {},
): { execPath?: string; args: string[] } | undefined {
  const words = argv.slice(1).filter((word) => !word.startsWith(erasedSwitch) && word !== lockedSwitch)
  const next = [...words, ...(erased === undefined ? [] : [erasedSwitch + erased]), ...(locked ? [lockedSwitch] : [])]
  if (packaged && appImage !== undefined && appImage !== '') {
    const unpacked = '--appimage-extract-and-run'
    return { execPath: appImage, args: [unpacked, ...next.filter((word) => word !== unpacked)] }
  }
  return next.length === argv.length - 1 && erased === undefined && !locked ? undefined : { args: next }
}
