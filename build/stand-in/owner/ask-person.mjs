import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, isAbsolute, join } from 'node:path'

const escapeText = (text) => text.replace(/[&<>"]/g, (character) => `&#${character.codePointAt(0)};`)
const onPath = (name) => (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)))

function zenity({ kind, options }) {
  const args = ['--file-selection', `--title=${options.title ?? 'Habeas'}`]
  if (kind === 'showSaveDialog') args.push('--save', '--confirm-overwrite')
  if (options.properties?.includes('openDirectory')) args.push('--directory')
  if (options.defaultPath !== undefined) args.push(`--filename=${options.defaultPath}`)
  return new Promise((resolve) => {
    const child = spawn('zenity', args, { stdio: ['ignore', 'pipe', 'ignore'] })
    let path = ''
    child.stdout.on('data', (part) => (path += part))
    child.on('error', () => resolve(null))
    child.on('close', (code) => resolve(code === 0 ? path.trim() : null))
  })
}

/** Where the desktop has no file dialog to lend, a small window asks for the path in words. */
async function ownWindow(context, { kind, options }) {
  const page = await context.newPage()
  try {
    return await new Promise((resolve) => {
      page.on('close', () => resolve(null))
      void (async () => {
        let confirmed = null
        await page.exposeFunction('standInAnswer', (path) => {
          if (path === null) return resolve(null)
          if (!isAbsolute(path)) return 'The whole path, please.'
          if (kind === 'showSaveDialog' && existsSync(path) && confirmed !== path) {
            confirmed = path
            return 'Something of this name is there already. Press OK again to replace it.'
          }
          if (kind === 'showOpenDialog' && !existsSync(path)) return 'There is nothing at this path.'
          resolve(path)
          return ''
        })
        await page.setContent(`<!doctype html><title>Habeas</title><style>body{font:16px sans-serif;margin:2rem}input{width:100%;font:inherit;padding:.4rem;box-sizing:border-box}button{font:inherit;margin:1rem .5rem 0 0;padding:.3rem 1.5rem}</style>
          <form><label><p>${escapeText(options.title ?? options.message ?? 'Habeas')}</p><input autofocus value="${escapeText(options.defaultPath ?? '')}"></label><p role="status"></p><button>OK</button><button type="button">Cancel</button></form>`)
        await page.evaluate(() => {
          const form = document.querySelector('form')
          form.addEventListener('submit', async (event) => {
            event.preventDefault()
            document.querySelector('[role=status]').textContent =
              (await globalThis.standInAnswer(document.querySelector('input').value)) ?? ''
          })
          document.querySelector('[type=button]').addEventListener('click', () => globalThis.standInAnswer(null))
        })
      })().catch(() => resolve(null))
    })
  } finally {
    await page.close().catch(() => {})
  }
}

/** Puts a dialog of main's to the person at the screen. */
export async function askPerson(request, page) {
  if (request.kind === 'showMessageBox') return { response: request.options.cancelId ?? 0, checkboxChecked: false }
  const path = onPath('zenity') ? await zenity(request) : page === undefined ? null : await ownWindow(page.context(), request)
  if (request.kind === 'showSaveDialog') return { canceled: path === null, filePath: path ?? '' }
  return { canceled: path === null, filePaths: path === null ? [] : [path] }
}
