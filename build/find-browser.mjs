import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'

import { aptInstall, canInstall } from './apt.mjs'

const names = {
  linux: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'],
  darwin: [],
  win32: [],
}
const places = {
  linux: ['/snap/bin/chromium'],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData'].flatMap((variable) => {
    const base = process.env[variable]
    return base === undefined
      ? []
      : [
          join(base, 'Google/Chrome/Application/chrome.exe'),
          join(base, 'Microsoft/Edge/Application/msedge.exe'),
          join(base, 'Chromium/Application/chrome.exe'),
        ]
  }),
}

/** Path of a Chromium that is on this machine (`HABEAS_BROWSER` first), or null. */
export function findBrowser() {
  const chosen = process.env['HABEAS_BROWSER']
  if (chosen) return existsSync(chosen) ? chosen : null
  const onPath = (names[process.platform] ?? []).flatMap((name) =>
    (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, name)),
  )
  return (
    [...onPath, ...(places[process.platform] ?? []).map((place) => place.replace(/^~/, homedir()))].find((path) => existsSync(path)) ?? null
  )
}

/** A Chromium, installed with apt-get where root on Debian or Ubuntu has none; else says which package to install. */
export function ensureBrowser(say = (line) => process.stderr.write(`${line}\n`)) {
  const found = findBrowser()
  if (found !== null) return found
  if (canInstall()) {
    say('No Chromium was found.')
    if (aptInstall(['chromium'], say)) {
      const installed = findBrowser()
      if (installed !== null) return installed
    }
  }
  say(
    `No Chromium was found. Install ${process.platform === 'linux' ? 'the package chromium' : 'Google Chrome, Edge or Chromium'}, or name one in HABEAS_BROWSER, and run the same command again.`,
  )
  return null
}
