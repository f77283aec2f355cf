import { Menu } from 'electron'
import type { MenuItemConstructorOptions } from 'electron'

import type { MenuCommand, Settings } from '../contract/index.ts'
import { lockKey } from './lock-key.ts'
import { menuWords } from './words.ts'

export type MenuActions = { command: (command: MenuCommand) => void; lock: () => void; quit: () => void }

/** Sets the app's menu in a language. Its items only start what the page can do too; no reload, no developer tools. */
export function setMenu(language: Settings['language'], { command, lock, quit }: MenuActions): void {
  const words = menuWords[language]
  const divider: MenuItemConstructorOptions = { type: 'separator' }
  const item = (id: MenuCommand, label: string, accelerator: string): MenuItemConstructorOptions => ({
    id,
    label,
    accelerator,
    click: () => command(id),
  })
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      {
        label: words.file,
        submenu: [
          item('new_case', words.newCase, 'CommandOrControl+N'),
          item('report', words.report, 'CommandOrControl+Shift+P'),
          item('close_tab', words.closeTab, 'CommandOrControl+W'),
          divider,
          { id: 'lock', label: words.lock, accelerator: lockKey, click: lock },
          // A second key for the same; a Mac needs to be told that a hidden entry's key works too.
          {
            id: 'lock_too',
            label: words.lock,
            accelerator: 'CommandOrControl+L',
            visible: false,
            acceleratorWorksWhenHidden: true,
            click: lock,
          },
          { id: 'quit', label: words.quit, accelerator: 'CommandOrControl+Q', click: quit },
        ],
      },
      {
        label: words.edit,
        submenu: [
          { role: 'undo', label: words.undo },
          { role: 'redo', label: words.redo },
          item('undo', words.undoChange, 'CommandOrControl+Alt+Z'),
          item('redo', words.redoChange, 'CommandOrControl+Alt+Shift+Z'),
          divider,
          { role: 'cut', label: words.cut },
          { role: 'copy', label: words.copy },
          { role: 'paste', label: words.paste },
          { role: 'selectAll', label: words.selectAll },
          divider,
          item('find', words.find, 'CommandOrControl+F'),
          item('palette', words.palette, 'CommandOrControl+K'),
        ],
      },
      {
        label: words.view,
        submenu: [
          item('back', words.back, 'Alt+Left'),
          item('forward', words.forward, 'Alt+Right'),
          divider,
          // Through the settings, so that the size is kept; a role of Electron's would change it for the moment only.
          item('zoom_in', words.zoomIn, 'CommandOrControl+Plus'),
          item('zoom_out', words.zoomOut, 'CommandOrControl+-'),
          item('zoom_reset', words.resetZoom, 'CommandOrControl+0'),
        ],
      },
      { label: words.help, submenu: [item('shortcuts', words.shortcuts, 'F1')] },
    ]),
  )
}
