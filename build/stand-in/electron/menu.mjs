import { app } from './app.mjs'
import { BrowserWindow } from './browser-window.mjs'
import { guard, lacks, makeEvent, onlyOptions } from './guard.mjs'
import { owner } from './owner.mjs'

const known = [
  'label',
  'role',
  'type',
  'click',
  'accelerator',
  'submenu',
  'id',
  'enabled',
  'visible',
  'checked',
  'registerAccelerator',
  'acceleratorWorksWhenHidden',
  'sublabel',
  'toolTip',
]
const step = (contents, by) => contents?.setZoomLevel(contents.getZoomLevel() + by)
/** Roles with an effect here; the editing roles are Chromium's own keys. */
const roles = {
  quit: () => app.quit(),
  close: (window) => window?.close(),
  minimize: (window) => window?.minimize(),
  zoomin: (window) => step(window?.webContents, 0.5),
  zoomout: (window) => step(window?.webContents, -0.5),
  resetzoom: (window) => window?.webContents.setZoomLevel(0),
  ...Object.fromEntries(
    [
      'undo',
      'redo',
      'cut',
      'copy',
      'paste',
      'delete',
      'selectall',
      'pasteandmatchstyle',
      'appmenu',
      'editmenu',
      'viewmenu',
      'windowmenu',
      'filemenu',
      'services',
      'hide',
      'hideothers',
      'unhide',
      'about',
      'front',
      'zoom',
      'togglefullscreen',
    ].map((role) => [role, null]),
  ),
}
const roleKeys = {
  quit: 'CommandOrControl+Q',
  close: 'CommandOrControl+W',
  minimize: 'CommandOrControl+M',
  zoomin: 'CommandOrControl+Plus',
  zoomout: 'CommandOrControl+-',
  resetzoom: 'CommandOrControl+0',
}
let applicationMenu = null

function makeItem(options) {
  onlyOptions('MenuItem', options, known)
  const role = options.role?.toLowerCase()
  if (role !== undefined && !Object.hasOwn(roles, role)) throw lacks(`MenuItem role '${options.role}'`)
  const item = guard('MenuItem', {
    id: options.id ?? '',
    label: options.label ?? '',
    role,
    type: options.type ?? (options.submenu === undefined ? 'normal' : 'submenu'),
    accelerator: options.accelerator ?? roleKeys[role],
    registerAccelerator: options.registerAccelerator ?? true,
    enabled: options.enabled ?? true,
    visible: options.visible ?? true,
    checked: options.checked ?? false,
    submenu: options.submenu === undefined ? null : Array.isArray(options.submenu) ? buildFromTemplate(options.submenu) : options.submenu,
    click: (event, window) => {
      // A role's own work takes the place of `click`, as Electron's documentation says.
      if (role !== undefined) return roles[role]?.(window)
      return options.click?.(item, window, event)
    },
  })
  return item
}

function buildFromTemplate(template) {
  if (!Array.isArray(template)) throw new TypeError('Invalid template for Menu: Menu template must be an array')
  const items = template.map(makeItem)
  return guard('Menu', { items, getMenuItemById: (id) => flatten(items).find((item) => item.id === id) ?? null })
}
const flatten = (items) => items.flatMap((item) => [item, ...(item.submenu === null ? [] : flatten(item.submenu.items))])

export const Menu = guard('Menu', {
  buildFromTemplate,
  setApplicationMenu: (menu) => {
    applicationMenu = menu
    const keys = menu === null ? [] : flatten(menu.items).filter((item) => item.accelerator !== undefined)
    owner.tell('accelerators', { list: keys.map((item) => item.accelerator) })
  },
  getApplicationMenu: () => applicationMenu,
})

const windowOf = (windowId) =>
  (windowId === null ? (BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]) : BrowserWindow.fromId(windowId)) ?? undefined
const run = (item, windowId, byKey) => {
  if (item === undefined || item === null || !item.enabled) return false
  item.click(makeEvent({ triggeredByAccelerator: byKey }), windowOf(windowId))
  return true
}

owner.handle('menu.key', ({ windowId, accelerator }) =>
  run(applicationMenu === null ? null : flatten(applicationMenu.items).find((item) => item.accelerator === accelerator), windowId, true),
)
owner.handle('menu.click', ({ id }) => {
  if (!run(applicationMenu?.getMenuItemById(id), null, false))
    throw new Error(`The application menu has no item '${id}' that can be chosen.`)
})
owner.handle('menu.list', () =>
  applicationMenu === null
    ? []
    : flatten(applicationMenu.items).map(({ id, label, role, accelerator, type, enabled }) => ({
        id,
        label,
        role: role ?? null,
        accelerator: accelerator ?? null,
        type,
        enabled,
      })),
)
