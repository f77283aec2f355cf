/** An app of one window that shows one word: what starting costs before a program does anything of its own. */
import { app, BrowserWindow, protocol } from 'electron'

protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }])
const profile = process.argv.find((one) => one.startsWith('--profile='))?.slice('--profile='.length)
if (profile !== undefined) app.setPath('userData', profile)
const html = '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Blank</title></head><body><h1>Blank</h1></body></html>'
void app.whenReady().then(() => {
  protocol.handle('app', () => new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8' } }))
  const window = new BrowserWindow({ width: 1280, height: 800, webPreferences: { sandbox: true, contextIsolation: true } })
  return window.loadURL('app://blank/index.html')
})
