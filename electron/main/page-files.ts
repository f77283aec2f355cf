import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'

import { pageHeaders, pageOrigin } from './page-headers.ts'

/** The kinds of file that a page consists of; any other kind in the folder is not served. */
const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
}

/**
 * Address path → file, for every servable file of the page's folder. Folder by folder, each path made here: inside a
 * package's archive that is the part of reading folders which Electron gives as Node does.
 */
function listFiles(folder: string, address = ''): Map<string, { file: string; type: string }> {
  const found = new Map<string, { file: string; type: string }>()
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = join(folder, entry.name)
    const type = contentTypes[extname(entry.name)]
    if (entry.isDirectory()) for (const [path, inner] of listFiles(file, `${address}/${entry.name}`)) found.set(path, inner)
    else if (entry.isFile() && type !== undefined) found.set(`${address}/${entry.name}`, { file, type })
  }
  return found
}

const refuse = (status: 404 | 405): Response => new Response(null, { status, headers: pageHeaders })

/**
 * Answers the page's requests from the files that stand in `folder` when the app starts. The address is only ever looked
 * up in that list, never joined to a path, so that no form of `..` leads anywhere (security rule 10).
 */
export function servePageFiles(folder: string): (request: Request) => Promise<Response> {
  const files = listFiles(folder)
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405)
    if (!request.url.startsWith(`${pageOrigin}/`)) return refuse(404)
    const found = files.get(new URL(request.url).pathname)
    if (found === undefined) return refuse(404)
    const body = request.method === 'HEAD' ? null : new Uint8Array(await readFile(found.file))
    return new Response(body, { status: 200, headers: { ...pageHeaders, 'Content-Type': found.type } })
  }
}
