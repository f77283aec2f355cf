/** What the command line of the app asks for. */
export type LaunchArguments = {
  /** `habeas cli …`: the command line instead of a window. */
  commandLine: boolean
  /** A profile folder of its own; unpackaged builds only, so that tests never touch a person's. */
  profile: string | undefined
  /** Exit at lock instead of starting anew; unpackaged builds only: whoever drives the app starts the next instance. */
  relaunches: boolean
}

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
  }
}

/**
 * What is to be started anew at lock; undefined where Electron knows that itself. An AppImage runs out of a mount that goes
 * with its process, so there it is the file that the person started, and that unpacked: the old mount may still be going
 * while the new one comes.
 */
export function relaunchOptions(
  argv: readonly string[],
  packaged: boolean,
  appImage: string | undefined,
): { execPath: string; args: string[] } | undefined {
  if (!packaged || appImage === undefined || appImage === '') return undefined
  const unpacked = '--appimage-extract-and-run'
  return { execPath: appImage, args: [unpacked, ...argv.slice(1).filter((word) => word !== unpacked)] }
}
