import { copyFileSync, existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Random } from '../seeded.ts'

/** One thing done to the files of a vault. */
export type Damage = {
  kind: 'flip' | 'cut' | 'swap' | 'replay' | 'log'
  where: string
  /** From the closed vault, or from the one that a kill left open. */
  from: 'closed' | 'left open'
  do: (folder: string) => void
}

const pageBytes = 4096
/** Frames of SQLite's log stand behind its header, each with a header of its own. */
const logHeader = 32
const frameBytes = 24 + pageBytes

function edit(file: string, work: (bytes: Buffer) => Buffer | undefined): void {
  const bytes = readFileSync(file)
  writeFileSync(file, work(bytes) ?? bytes)
}
const flipAt = (at: number, bit: number) => (bytes: Buffer) => {
  bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << bit), at)
  return bytes
}
const pageOf = (bytes: Buffer, page: number): Buffer => bytes.subarray((page - 1) * pageBytes, page * pageBytes)

function ofPages(name: string, closed: string, older: string, random: Random): Damage[] {
  const bytes = readFileSync(join(closed, name))
  const olderBytes = readFileSync(join(older, name))
  const pages = bytes.length / pageBytes
  const damages: Damage[] = []
  const add = (kind: Damage['kind'], where: string, work: (bytes: Buffer) => Buffer | undefined): void =>
    void damages.push({ kind, where: `${name} ${where}`, from: 'closed', do: (folder) => edit(join(folder, name), work) })
  for (let page = 1; page <= pages; page += 1) {
    const start = (page - 1) * pageBytes
    // In the content, in the initialization vector, in the MAC.
    for (const [from, length] of [
      [0, pageBytes - 80],
      [pageBytes - 80, 16],
      [pageBytes - 64, 64],
    ] as const) {
      const at = start + from + random.below(length)
      add('flip', `page ${page}, byte ${at - start}`, flipAt(at, random.below(8)))
    }
    add('flip', `page ${page}, all zeros`, (all) => void all.fill(0, start, start + pageBytes))
    add('flip', `page ${page}, a sector of noise`, (all) => {
      const sector = start + 512 * random.below(8)
      for (let at = sector; at < sector + 512; at += 1) all.writeUInt8(random.below(256), at)
      return all
    })
    const other = 1 + ((page - 1 + 1 + random.below(pages - 1)) % pages)
    add('swap', `pages ${page} and ${other}`, (all) => {
      const kept = Buffer.from(pageOf(all, page))
      pageOf(all, other).copy(all, start)
      kept.copy(all, (other - 1) * pageBytes)
      return all
    })
    if (page * pageBytes <= olderBytes.length && !pageOf(bytes, page).equals(pageOf(olderBytes, page)))
      add('replay', `page ${page} as it was before`, (all) => void pageOf(olderBytes, page).copy(all, start))
    if (page < pages) add('cut', `after page ${page}`, (all) => all.subarray(0, page * pageBytes))
    add('cut', `within page ${page}`, (all) => all.subarray(0, start + 1 + random.below(pageBytes - 1)))
  }
  add('cut', 'to nothing', (all) => all.subarray(0, 0))
  damages.push({ kind: 'cut', where: `${name} is gone`, from: 'closed', do: (folder) => rmSync(join(folder, name)) })
  damages.push({
    kind: 'cut',
    where: `${name} with a page more`,
    from: 'closed',
    do: (folder) => edit(join(folder, name), (all) => Buffer.concat([all, all.subarray(-pageBytes)])),
  })
  return damages
}

function ofSmallFile(name: string, closed: string, random: Random): Damage[] {
  const { length } = readFileSync(join(closed, name))
  const damages: Damage[] = []
  for (let at = 0; at < length; at += 1) {
    const bit = random.below(7)
    damages.push({
      kind: 'flip',
      where: `${name} byte ${at}, bit ${bit}`,
      from: 'closed',
      do: (folder) => edit(join(folder, name), flipAt(at, bit)),
    })
    if (at % 8 === 0)
      damages.push({ kind: 'cut', where: `${name} after byte ${at}`, from: 'closed', do: (folder) => truncateSync(join(folder, name), at) })
  }
  return damages
}

/** The log of the database after a kill: frames flipped, cut, swapped, taken out, and the whole of it old or gone. */
function ofLog(open: string, older: string, random: Random): Damage[] {
  const name = 'vault.db-wal'
  const { length } = readFileSync(join(open, name))
  const frames = Math.floor((length - logHeader) / frameBytes)
  const damages: Damage[] = []
  const add = (where: string, work: (bytes: Buffer) => Buffer | undefined): void =>
    void damages.push({ kind: 'log', where: `${name} ${where}`, from: 'left open', do: (folder) => edit(join(folder, name), work) })
  for (let at = 0; at < logHeader; at += 1) add(`header byte ${at}`, flipAt(at, random.below(8)))
  // A log has hundreds of frames alike; each eighth, and the last ones, which hold the newest commit.
  for (let frame = 0; frame < frames; frame += 1) {
    if (frame % 8 !== 0 && frame < frames - 8) continue
    const start = logHeader + frame * frameBytes
    const inHeader = start + random.below(24)
    add(`frame ${frame}, header byte ${inHeader - start}`, flipAt(inHeader, random.below(8)))
    const inPage = start + 24 + random.below(pageBytes)
    add(`frame ${frame}, byte ${inPage - start}`, flipAt(inPage, random.below(8)))
    add(`cut before frame ${frame}`, (bytes) => bytes.subarray(0, start))
    add(`frame ${frame} taken out`, (bytes) => Buffer.concat([bytes.subarray(0, start), bytes.subarray(start + frameBytes)]))
    if (frame > 0)
      add(`frames ${frame - 1} and ${frame} swapped`, (bytes) => {
        const kept = Buffer.from(bytes.subarray(start, start + frameBytes))
        bytes.copy(bytes, start, start - frameBytes, start)
        kept.copy(bytes, start - frameBytes)
        return bytes
      })
  }
  damages.push({ kind: 'log', where: `${name} is gone`, from: 'left open', do: (folder) => rmSync(join(folder, name)) })
  damages.push({ kind: 'log', where: `${name} empty`, from: 'left open', do: (folder) => truncateSync(join(folder, name), 0) })
  if (existsSync(join(older, name)))
    damages.push({
      kind: 'log',
      where: `${name} as it was before`,
      from: 'left open',
      do: (folder) => copyFileSync(join(older, name), join(folder, name)),
    })
  return damages
}

/** Everything that is done to the files, in order: each page, each byte of the small ones, each frame of the log. */
export function allDamages(
  { closed, older, open, olderOpen }: { closed: string; older: string; open: string; olderOpen: string },
  random: Random,
): Damage[] {
  return [
    ...ofPages('vault.db', closed, older, random),
    {
      kind: 'replay',
      where: 'vault.db as it was before',
      from: 'closed',
      do: (folder) => copyFileSync(join(older, 'vault.db'), join(folder, 'vault.db')),
    },
    ...ofPages('drafts.db', closed, older, random),
    ...ofSmallFile('head.json', closed, random),
    ...ofSmallFile('header.0.json', closed, random),
    ...ofSmallFile('header.1.json', closed, random),
    ...ofLog(open, olderOpen, random),
  ]
}
