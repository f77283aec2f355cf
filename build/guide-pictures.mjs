/** `node build/guide-pictures.mjs`: takes the pictures of the guide anew, out of the demonstration vault, in every light and language. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { root } from './project.mjs'
import { ready } from './setup.mjs'

ready()
const { choose, freshFolders, prepare } = await import('./demo/desk.mjs')
const engine = await prepare((line) => process.stderr.write(`${line}\n`))
if (engine === null) process.exit(1)
const { takeGuidePictures } = await import('./demo/guide-pictures.mjs')
const folder = join(root, 'renderer/features/guide/pictures')
mkdirSync(folder, { recursive: true })
let taken = 0
await takeGuidePictures({
  engine,
  choose,
  folders: freshFolders(),
  keep: (name, bytes) => {
    writeFileSync(join(folder, `${name}.webp`), bytes)
    taken += 1
    if (bytes.length > 60_000) throw new Error(`${name}.webp has ${bytes.length} bytes: more than a picture of the guide may have.`)
  },
})
process.stdout.write(`${taken} pictures in ${folder}\n`)
