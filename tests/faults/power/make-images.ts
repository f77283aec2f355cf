import { cpSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import { seeded } from '../seeded.ts'
import { readLog } from '../shim/log.ts'
import { checkImage } from './check-image.ts'
import { recordedDisk } from './disk.ts'
import type { NameModel } from './disk.ts'
import type { Mark } from './marks.ts'

// Makes images of a disk after a power cut from a log, opens each with the real services, and says in one line of JSON
// what was wrong with them.
const [watched = '', log = '', marksFile = '', images = '', count = '100', seed = '1', honesty = 'honest', focus = ''] =
  process.argv.slice(2)
const operations = readLog(log)
const marks = readFileSync(marksFile, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Mark)
const last = operations.at(-1)?.at ?? 0
const random = seeded(Number(seed))
const wanted = Number(count)
/** In the midst of `focus`, where order matters most: each moment at which a name changed, or something was made durable. */
const turns = operations
  .filter(({ at, kind }) => kind !== 'write' && kind !== 'open' && marks.find(({ operation }) => operation > at)?.after === focus)
  .map(({ at }) => at)
// Moments of the cuts: evenly spread, so that each operation gets its share; half of them at those.
const cuts = Array.from({ length: wanted }, (_, image) =>
  image % 2 === 1 && turns.length > 0 ? random.pick(turns) : 1 + random.below(last),
).toSorted((a, b) => a - b)

const disk = recordedDisk(watched, honesty === 'lying')
const faults: { cut: number; image: number; model: NameModel; lost: string[]; refused: string | undefined; after: string }[] = []
/** How many images fell in the midst of each thing that was done. */
const midst: Record<string, number> = {}
let position = 0
let made = 0
const began = Date.now()
for (const cut of cuts) {
  while (position < operations.length && (operations[position]?.at ?? 0) <= cut) {
    const operation = operations[position]
    if (operation !== undefined) disk.follow(operation)
    position += 1
  }
  const sure = marks.findLast(({ operation }) => operation <= cut)
  const next = marks.find(({ operation }) => operation > cut)
  if (sure === undefined) continue
  const model: NameModel = made % 2 === 0 ? 'ordered' : 'any'
  disk.image(images, random, model)
  // A second look at what failed needs the image as it was, before it was opened.
  const keep = process.env['FAULTS_KEEP']
  const kept = keep === undefined ? undefined : join(keep, String(made))
  if (kept !== undefined) cpSync(images, kept, { recursive: true })
  const verdict = await checkImage(images, sure, next, made % 8 === 0)
  if (verdict.lost.length > 0 || verdict.refused !== undefined)
    faults.push({ cut, image: made, model, ...verdict, after: `${sure.after} → ${next?.after ?? '-'}` })
  else if (kept !== undefined) rmSync(kept, { recursive: true })
  const doing = next?.after ?? '-'
  midst[doing] = (midst[doing] ?? 0) + 1
  made += 1
}
process.stdout.write(
  `${JSON.stringify({ operations: last, images: made, midst, seconds: (Date.now() - began) / 1000, lost: faults.filter(({ lost }) => lost.length > 0).length, refused: faults.filter(({ refused }) => refused !== undefined).length, faults: faults.slice(0, 20) })}\n`,
)
