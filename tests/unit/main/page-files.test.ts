import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { servePageFiles } from '../../../electron/main/page-files.ts'
import { contentSecurityPolicy } from '../../../electron/main/page-headers.ts'

let folder: string
let serve: (request: Request) => Promise<Response>
const get = (url: string, method = 'GET'): Promise<Response> => serve(new Request(url, { method }))

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'habeas-page-'))
  mkdirSync(join(folder, 'page/assets'), { recursive: true })
  writeFileSync(join(folder, 'secret.html'), 'outside')
  writeFileSync(join(folder, 'page/index.html'), '<p>in</p>')
  writeFileSync(join(folder, 'page/assets/a.js'), 'export {}')
  writeFileSync(join(folder, 'page/assets/a.js.map'), '{}')
  serve = servePageFiles(join(folder, 'page'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the files of the page', () => {
  it('are served with their type and under the strict policy', async () => {
    const answer = await get('app://habeas/assets/a.js?x#y')
    expect(answer.status).toBe(200)
    expect(await answer.text()).toBe('export {}')
    expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(answer.headers.get('content-security-policy')).toBe(contentSecurityPolicy)
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })

  it('answer HEAD without a body and nothing but reading', async () => {
    expect(await (await get('app://habeas/index.html', 'HEAD')).text()).toBe('')
    expect((await get('app://habeas/index.html', 'POST')).status).toBe(405)
  })

  it.each([
    'app://habeas/../secret.html',
    'app://habeas/%2e%2e/secret.html',
    'app://habeas/..%2fsecret.html',
    'app://habeas/assets/..%5c..%5csecret.html',
    'app://habeas//etc/passwd',
    'app://habeas/assets/a.js.map',
    'app://habeas/assets',
    'app://habeas/',
    'app://other/index.html',
    'app://habeas.evil/index.html',
    'app://habeas@evil/index.html',
  ])('%s is not one of them', async (url) => {
    // A URL with a user in it is refused by Request itself.
    const answer = url.includes('@') ? undefined : await get(url)
    expect(answer?.status ?? 404).toBe(404)
    if (answer !== undefined) expect(answer.headers.get('content-security-policy')).toBe(contentSecurityPolicy)
  })

  it('are those that stood there at the start', async () => {
    writeFileSync(join(folder, 'page/late.html'), 'late')
    expect((await get('app://habeas/late.html')).status).toBe(404)
  })
})
