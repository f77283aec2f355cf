import { existsSync } from 'node:fs'

/** Until build/find-browser.mjs stands: the usual places of a Chromium on Linux, or what HABEAS_BROWSER names. */
export const findBrowser = () => [process.env['HABEAS_BROWSER'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => path !== undefined && existsSync(path)) ?? null
