import { describe, expect, it } from 'vitest'

import { shareTrial } from './trial.ts'

// dialog, powerMonitor, Menu, nativeTheme, clipboard and zoom as their pages in Electron's documentation describe them.

const shared = shareTrial()

describe('what the system does for an app', () => {
  it('dialogs wait for their answer, and what was asked can be read', async () => {
    const { trial, inMain } = shared()
    const page = await trial.page()
    trial.answerDialog({ canceled: false, filePath: '/somewhere/x.pdf' })
    expect(
      await inMain(page, (electron, state) =>
        electron.dialog.showSaveDialog(state.window, { defaultPath: '/x', properties: ['dontAddToRecent'] }),
      ),
    ).toEqual({ canceled: false, filePath: '/somewhere/x.pdf' })
    expect(trial.dialogs.at(-1)).toMatchObject({ kind: 'showSaveDialog', options: { defaultPath: '/x' } })
    const waiting = inMain(page, (electron) => electron.dialog.showOpenDialog({ properties: ['openDirectory'] }))
    await expect.poll(() => trial.dialogs.length).toBe(2)
    trial.answerDialog({ canceled: true, filePaths: [] })
    expect(await waiting).toEqual({ canceled: true, filePaths: [] })
    trial.answerDialog({ wrong: true })
    await expect(inMain(page, (electron) => electron.dialog.showOpenDialog({}))).rejects.toThrow('shape')
  })

  it('power events and idle time are those that the test gives', async () => {
    const { trial, inMain } = shared()
    const page = await trial.page()
    await inMain(page, (electron, state) => {
      state.power = []
      for (const name of ['suspend', 'resume', 'lock-screen']) electron.powerMonitor.on(name, () => state.power.push(name))
    })
    await trial.firePower('suspend')
    await trial.firePower('lock-screen')
    await trial.setIdleSeconds(90)
    expect(
      await inMain(page, (electron, state) => [
        state.power,
        electron.powerMonitor.getSystemIdleTime(),
        electron.powerMonitor.getSystemIdleState(60),
        electron.powerMonitor.getSystemIdleState(120),
      ]),
    ).toEqual([['suspend', 'lock-screen'], 90, 'idle', 'active'])
    await expect(trial.firePower('battery-eaten')).rejects.toThrow('no power event')
  })

  it('a menu’s items work by click and by key, unless the page has taken the key for itself', async () => {
    const { trial, inMain } = shared()
    const page = await trial.page()
    await inMain(page, (electron, state) => {
      state.chosen = []
      electron.Menu.setApplicationMenu(
        electron.Menu.buildFromTemplate([
          {
            label: 'File',
            submenu: [
              {
                id: 'lock',
                label: 'Lock',
                accelerator: 'CommandOrControl+L',
                click: (item: { id: string }, window: { id: number }) => state.chosen.push([item.id, window === state.window]),
              },
              { id: 'find', label: 'Find', accelerator: 'Ctrl+Shift+F', click: () => state.chosen.push('find') },
              { role: 'zoomIn' },
              { role: 'resetZoom' },
            ],
          },
        ]),
      )
    })
    await trial.clickMenu('lock')
    await page.keyboard.press('Control+l')
    await page.evaluate(() => document.addEventListener('keydown', (event) => event.shiftKey && event.preventDefault()))
    await page.keyboard.press('Control+Shift+F')
    await page.keyboard.press('Control+l')
    const both = [
      ['lock', true],
      ['lock', true],
      ['lock', true],
    ]
    await expect.poll(() => inMain(page, (_electron, state) => state.chosen)).toEqual(both)
    expect((await trial.menu()) as unknown[]).toContainEqual({
      id: 'lock',
      label: 'Lock',
      role: null,
      accelerator: 'CommandOrControl+L',
      type: 'normal',
      enabled: true,
    })
    await page.keyboard.press('Control++')
    await expect.poll(() => inMain(page, (_electron, state) => state.window.webContents.getZoomLevel())).toBeCloseTo(0.5)
    await page.keyboard.press('Control+0')
    await expect.poll(() => inMain(page, (_electron, state) => state.window.webContents.getZoomFactor())).toBe(1)
    await expect(trial.clickMenu('nothing')).rejects.toThrow('no item')
  })

  it('themeSource sets what the pages prefer; the system’s own holds otherwise', async () => {
    const { trial, inMain } = shared()
    const page = await trial.page()
    const dark = (): Promise<boolean> => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)
    expect(await inMain(page, (electron) => ((electron.nativeTheme.themeSource = 'dark'), electron.nativeTheme.shouldUseDarkColors))).toBe(
      true,
    )
    await expect.poll(dark).toBe(true)
    await inMain(page, (electron) => void (electron.nativeTheme.themeSource = 'light'))
    await expect.poll(dark).toBe(false)
    await expect(inMain(page, (electron) => void (electron.nativeTheme.themeSource = 'blue'))).rejects.toThrow('theme source')
  })

  it('the clipboard is one for main and page, by promises; the page can’t read it by itself', async () => {
    const { trial, inMain } = shared()
    const page = await trial.page()
    expect(await inMain(page, async (electron) => (await electron.clipboard.writeText('from main ñ'), electron.clipboard.readText()))).toBe(
      'from main ñ',
    )
    await page.focus('#field')
    await page.keyboard.press('Control+v')
    expect(await page.inputValue('#field')).toBe('from main ñ')
    expect(
      await page.evaluate(() =>
        navigator.clipboard.readText().then(
          () => 'read',
          (error: Error) => error.name,
        ),
      ),
    ).toBe('NotAllowedError')
    await inMain(page, (electron) => void electron.clipboard.clear())
    await expect.poll(() => inMain(page, (electron) => electron.clipboard.readText())).toBe('')
  })

  it('several windows each have their own page, title and messages', async () => {
    const { trial, inMain } = shared()
    const page = await trial.page()
    const told = await inMain(page, async (electron, state) => {
      const second = await state.open({ title: 'Second', show: false })
      const shown: string[] = []
      for (const name of ['show', 'hide'] as const) second.on(name, () => shown.push(name))
      second.show()
      second.hide()
      return {
        count: electron.BrowserWindow.getAllWindows().length,
        titles: [state.window.getTitle(), second.getTitle()],
        ids: state.window.id !== second.id,
        shown,
        found: electron.BrowserWindow.fromWebContents(second.webContents) === second,
      }
    })
    expect(told).toEqual({ count: 2, titles: ['Trial', 'Trial'], ids: true, shown: ['show', 'hide'], found: true })
    expect(trial.pages()).toHaveLength(2)
  })

  it('a crashed page is told to main', async () => {
    const { trial, inMain } = shared()
    const page = await trial.page()
    const reason = await inMain(page, async (_electron, state) => {
      const window = await state.open()
      const gone = new Promise((resolve) =>
        window.webContents.once('render-process-gone', (_event: unknown, details: { reason: string }) => resolve(details.reason)),
      )
      window.webContents.forcefullyCrashRenderer()
      return gone
    })
    expect(reason).toBe('crashed')
  })
})
