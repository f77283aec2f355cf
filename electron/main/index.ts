import { pathToFileURL } from 'node:url'

import { app, protocol } from 'electron'

import { startApp } from './app-life.ts'
import { readLaunchArguments } from './launch-arguments.ts'
import { emptyCoreDumps } from './no-core-dumps.ts'
import { switchNetworkOff } from './network-off.ts'
import { places } from './places.ts'
import { setUpProfile } from './profile.ts'

// Before any process of the app is started: each takes this over.
emptyCoreDumps()

const { commandLine, profile, relaunches, erased, locked } = readLaunchArguments(process.argv, app.isPackaged)

/** `habeas cli …`: the same services from a shell, in this process, without a window or a profile. */
async function runCommandLine(): Promise<void> {
  await import(pathToFileURL(places.commandLine).href)
  // Where pipes are written in the background, leaving at once would cut the answer short.
  for (const stream of [process.stdout, process.stderr]) await new Promise<void>((resolve) => stream.write('', () => resolve()))
  app.exit(typeof process.exitCode === 'number' ? process.exitCode : 0)
}

function runApp(): void {
  app.setName('Habeas')
  app.enableSandbox()
  switchNetworkOff()
  // Desktops on Wayland hand out keys that work everywhere by their portal alone, on the session's own bus.
  if (process.platform === 'linux') app.commandLine.appendSwitch('enable-features', 'GlobalShortcutsPortal')
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }])
  setUpProfile(profile)
  // A second start hands its command line to the first, which shows its window.
  if (!app.requestSingleInstanceLock()) return app.quit()
  void app.whenReady().then(() => startApp({ relaunches, erased, locked }))
}

/** A fault's own words may quote what was being worked on: only where it happened is told. */
function endOnFault(fault: unknown): void {
  const frames = fault instanceof Error ? (fault.stack ?? '').split('\n').filter((line) => /^ {4}at /.test(line)) : []
  process.stderr.write(['habeas: internal fault', ...frames, ''].join('\n'))
  app.exit(70)
}
process.on('uncaughtException', endOnFault)
process.on('unhandledRejection', endOnFault)

if (commandLine) void runCommandLine()
else runApp()
