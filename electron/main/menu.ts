import { Menu } from 'electron'
import type { MenuItemConstructorOptions } from 'electron'

import type { AppEvent, Settings } from '../contract/index.ts'
import { menuWords } from './words.ts'

type MenuCommand = Extract<AppEvent, { type: 'menu.command' }>['command']

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
          item('report', words.report, 'CommandOrControl+P'),
          divider,
          { id: 'lock', label: words.lock, accelerator: 'CommandOrControl+L', click: lock },
          { id: 'quit', label: words.quit, accelerator: 'CommandOrControl+Q', click: quit },
        ],
      },
      {
        label: words.edit,
        submenu: [
          { role: 'undo', label: words.undo },
          { role: 'redo', label: words.redo },
          item('undo', words.undoChange, 'CommandOrControl+Alt+Z'),
          divider,
          { role: 'cut', label: words.cut },
          { role: 'copy', label: words.copy },
          { role: 'paste', label: words.paste },
          { role: 'selectAll', label: words.selectAll },
          divider,
          item('find', words.find, 'CommandOrControl+F'),
        ],
      },
      {
        label: words.view,
        submenu: [
          { role: 'zoomIn', label: words.zoomIn },
          { role: 'zoomOut', label: words.zoomOut },
          { role: 'resetZoom', label: words.resetZoom },
        ],
      },
      { label: words.help, submenu: [item('shortcuts', words.shortcuts, 'F1')] },
    ]),
  )
}
