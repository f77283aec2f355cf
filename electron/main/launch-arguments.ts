/** What the command line of the app asks for. */
export type LaunchArguments = {
  /** `habeas cli …`: the command line instead of a window. */
  commandLine: boolean
  /** A profile folder of its own; unpackaged builds only, so that tests never touch a person's. */
  profile: string | undefined
  /** Exit at lock instead of starting anew; unpackaged builds only: whoever drives the app starts the next instance. */
  relaunches: boolean
}

/** Reads `process.argv`. A packaged app has its own path first, an unpackaged one Electron's and the app's. */
export function readLaunchArguments(argv: readonly string[], packaged: boolean): LaunchArguments {
  const words = argv.slice(packaged ? 1 : 2)
  const profile = words.find((word) => word.startsWith('--profile='))?.slice('--profile='.length)
  return {
    commandLine: words[0] === 'cli',
    profile: packaged || profile === '' ? undefined : profile,
    relaunches: packaged || !words.includes('--no-relaunch'),
  }
}
