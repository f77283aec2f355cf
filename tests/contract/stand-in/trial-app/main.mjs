/** A main file with doors for tests: what a test sends as text is run here with the module `electron`. */
import * as electron from 'electron'

const { app, BrowserWindow, ipcMain, protocol, session } = electron
const state = { log: [], argv: process.argv }
const note = (name) => state.log.push(name)

state.beforeReady = {
  ready: app.isReady(),
  fork: thrown(() => electron.utilityProcess.fork('x')),
  window: thrown(() => new BrowserWindow()),
}
app.on('will-finish-launching', () => note('will-finish-launching'))
app.on('ready', () => note('ready'))
void app.whenReady().then(() => note('whenReady'))
app.commandLine.appendSwitch('user-agent', 'Trial/1')
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }])

const argument = (name) => process.argv.find((one) => one.startsWith(`--${name}=`))?.slice(name.length + 3)
if (argument('profile') !== undefined) app.setPath('userData', argument('profile'))
for (const name of ['before-quit', 'will-quit', 'quit']) app.on(name, () => process.stdout.write(`${name}\n`))
if (process.argv.includes('--single') && !app.requestSingleInstanceLock({ from: 'second' })) {
  process.stdout.write('not the first\n')
  app.quit()
}
app.on('second-instance', (_event, argv, cwd, data) => (state.second = { argv: argv.slice(-1), cwd, data }))

function thrown(action) {
  try {
    action()
    return null
  } catch (error) {
    return error.message
  }
}

const page = `<!doctype html><html><head><title>Trial</title></head><body><h1>Trial</h1>
<a id="away" href="https://example.org/">away</a><a id="blank" target="_blank" href="/other.html">blank</a><a id="other" href="/other.html">other</a><a id="anchor" href="#x">x</a>
<a id="download" href="/a.js" download="a.js">download</a><input id="field"><script src="/page.js"></script><script>window.inlineRan = true</script></body></html>`
const files = {
  '/index.html': [page, 'text/html'],
  '/other.html': ['<!doctype html><title>Other</title><p>other', 'text/html'],
  '/page.js': ['window.pageSecret = 1', 'text/javascript'],
  '/a.js': ['1', 'text/javascript'],
}

void app.whenReady().then(async () => {
  state.session = session.fromPartition('trial')
  state.session.protocol.handle('app', async (request) => {
    const { pathname } = new URL(request.url)
    if (pathname === '/echo')
      return Response.json({ method: request.method, body: await request.text(), header: request.headers.get('x-trial'), url: request.url })
    if (pathname === '/throw') throw new Error('no')
    const found = files[pathname]
    return found === undefined
      ? new Response('missing', { status: 404 })
      : new Response(found[0], {
          headers: {
            'content-type': found[1],
            'x-trial': 'yes',
            'content-security-policy': "default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self' data:",
          },
        })
  })
  state.open = async (options = {}) => {
    const window = new BrowserWindow({
      title: 'Trial window',
      webPreferences: { session: state.session, preload: `${import.meta.dirname}/preload.cjs`, sandbox: true, contextIsolation: true },
      ...options,
    })
    state.window ??= window
    window.webContents.setWindowOpenHandler((details) => {
      note(`open ${details.url}`)
      return { action: 'deny' }
    })
    await window.loadURL('app://habeas/index.html')
    return window
  }
  state.session.setPermissionRequestHandler((_contents, permission, answer) => answer(permission === 'geolocation'))
  state.session.setPermissionCheckHandler((_contents, permission, origin) => {
    state.permissionOrigin = origin
    return permission === 'geolocation'
  })
  ipcMain.handle('run', async (event, source, argument_) => {
    const AsyncFunction = (async () => {}).constructor
    return new AsyncFunction('electron', 'state', 'argument', 'event', `return (${source})(electron, state, argument, event)`)(
      electron,
      state,
      argument_,
      event,
    )
  })
  await state.open()
})
