import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

import type { Random } from '../seeded.ts'
import type { Operation } from '../shim/log.ts'

/** What a disk promises of names: `ordered` as a journal does (what is lost is the newest), `any` as POSIX allows (each by itself). */
export type NameModel = 'ordered' | 'any'

type Change = { kind: 'write'; offset: number; bytes: Buffer } | { kind: 'size'; size: number }
type Node = {
  folder: boolean
  /** Content that was made durable; of a file. */
  durable: Buffer
  /** Changes of the content since then, in order. */
  pending: Change[]
  /** Names as they stand, and as they were made durable; of a folder. */
  names: Map<string, Node>
  durableNames: Map<string, Node>
}
type NameChange = {
  folder: Node
  from: string | undefined
  to: string | undefined
  node: Node | undefined
  /** Of a rename into another folder: the old name goes no sooner than the new one came, so that no file is ever without one. */
  after?: NameChange
}

const sector = 512
const newNode = (folder: boolean): Node => ({
  folder,
  durable: Buffer.alloc(0),
  pending: [],
  names: new Map(),
  durableNames: new Map(),
})

/**
 * What is certain of a disk after each operation. A file's content is durable by a sync of the file and a name by a sync
 * of its folder, and by nothing else: ext4 and others keep more promises, so that what holds here holds there.
 * A `lying` disk ignores syncs of files, as some do; it is there to see that losses are seen.
 */
export function recordedDisk(root: string, lying = false) {
  const top = newNode(true)
  const handles = new Map<number, Node>()
  let pendingNames: NameChange[] = []

  const folderOf = (path: string): Node => {
    let node = top
    for (const part of dirname(path).slice(root.length).split('/').filter(Boolean)) {
      const next = node.names.get(part)
      if (next === undefined) throw new Error(`no folder for ${path}`)
      node = next
    }
    return node
  }
  const found = (path: string): Node | undefined => (path === root ? top : folderOf(path).names.get(basename(path)))

  function rename(change: NameChange): void {
    if (change.from !== undefined) change.folder.names.delete(change.from)
    if (change.to !== undefined && change.node !== undefined) change.folder.names.set(change.to, change.node)
    pendingNames.push(change)
  }
  const create = (path: string, node: Node): void => rename({ folder: folderOf(path), from: undefined, to: basename(path), node })

  /** Makes a folder's names durable, up to one of them or all of them. */
  function syncNames(folder: Node, upTo?: NameChange): void {
    const end = upTo === undefined ? pendingNames.length : pendingNames.indexOf(upTo) + 1
    for (const change of pendingNames.slice(0, end))
      if (change.folder === folder) {
        if (change.after !== undefined && pendingNames.includes(change.after)) syncNames(change.after.folder, change.after)
        applyName(folder.durableNames, change)
        pendingNames = pendingNames.filter((other) => other !== change)
      }
  }
  const sync = (node: Node): void => {
    if (node.folder) return syncNames(node)
    node.durable = applied(node.durable, node.pending)
    node.pending = []
  }

  return {
    /** Takes over the next operation of the log. */
    follow(operation: Operation): void {
      switch (operation.kind) {
        case 'open': {
          const node = found(operation.path) ?? newNode(operation.folder)
          if (operation.created) create(operation.path, node)
          if (operation.emptied) node.pending.push({ kind: 'size', size: 0 })
          handles.set(operation.handle, node)
          return
        }
        case 'write':
          handles.get(operation.handle)?.pending.push({ kind: 'write', offset: operation.offset, bytes: operation.bytes })
          return
        case 'truncate':
          handles.get(operation.handle)?.pending.push({ kind: 'size', size: operation.size })
          return
        case 'grow':
          // Space that is taken and not written reads as zeros, and so does what a lost write leaves.
          return
        case 'sync': {
          const node = handles.get(operation.handle)
          if (node !== undefined && (node.folder || !lying)) sync(node)
          return
        }
        case 'rename': {
          const [folder, target] = [folderOf(operation.from), folderOf(operation.to)]
          const [from, to, node] = [basename(operation.from), basename(operation.to), found(operation.from)]
          if (target === folder) return rename({ folder, from, to, node })
          const arrival: NameChange = { folder: target, from: undefined, to, node }
          rename(arrival)
          return rename({ folder, from, to: undefined, node: undefined, after: arrival })
        }
        case 'mkdir':
          create(operation.path, newNode(true))
          return
        case 'unlink':
        case 'rmdir':
          rename({ folder: folderOf(operation.path), from: basename(operation.path), to: undefined, node: undefined })
      }
    },

    /** Writes down what may be found after a power cut at this moment, into the empty folder `target`. */
    image(target: string, random: Random, model: NameModel): void {
      const tree = new Map<Node, Map<string, Node>>()
      const namesOf = (node: Node): Map<string, Node> => {
        const known = tree.get(node) ?? new Map(node.durableNames)
        tree.set(node, known)
        return known
      }
      const share = random.pick([0, 0.5, 0.9, 1])
      const kept =
        model === 'ordered'
          ? pendingNames.slice(0, random.pick([0, pendingNames.length, random.below(pendingNames.length + 1)]))
          : pendingNames.filter(() => random.chance(share))
      for (const change of kept)
        if (change.after === undefined || kept.includes(change.after) || !pendingNames.includes(change.after))
          applyName(namesOf(change.folder), change)
      const place = (node: Node, path: string): void => {
        if (!node.folder) {
          writeFileSync(path, contentAfter(node, random), { mode: 0o600 })
          return
        }
        mkdirSync(path, { recursive: true, mode: 0o700 })
        for (const [name, child] of namesOf(node)) place(child, join(path, name))
      }
      rmSync(target, { recursive: true, force: true })
      place(top, target)
    },
  }
}

function applyName(names: Map<string, Node>, { from, to, node }: NameChange): void {
  if (from !== undefined) names.delete(from)
  if (to !== undefined && node !== undefined) names.set(to, node)
}

function applied(content: Buffer, changes: readonly Change[]): Buffer {
  if (changes.length === 0) return content
  let most = content.length
  for (const change of changes) most = Math.max(most, change.kind === 'size' ? change.size : change.offset + change.bytes.length)
  // Room for the longest that it ever is; what lies behind the end reads as zeros should it grow again.
  const room = Buffer.alloc(most)
  content.copy(room)
  let size = content.length
  for (const change of changes) {
    if (change.kind === 'write') {
      change.bytes.copy(room, change.offset)
      size = Math.max(size, change.offset + change.bytes.length)
    } else {
      if (change.size < size) room.fill(0, change.size, size)
      size = change.size
    }
  }
  return room.subarray(0, size)
}

/** A write of which only some sectors arrived. */
function torn(change: Change, random: Random): Change[] {
  if (change.kind === 'size') return random.chance(0.5) ? [change] : []
  const share = random.pick([0.1, 0.5, 0.9])
  const pieces: Change[] = []
  for (let at = 0; at < change.bytes.length;) {
    const end = Math.min(change.bytes.length, at + sector - ((change.offset + at) % sector))
    if (random.chance(share)) pieces.push({ kind: 'write', offset: change.offset + at, bytes: change.bytes.subarray(at, end) })
    at = end
  }
  return pieces
}

/** Content with some of what was not made durable: nothing, all, the older part, some of it, or single sectors. */
function contentAfter({ durable, pending }: Node, random: Random): Buffer {
  if (pending.length === 0) return durable
  const style = random.below(6)
  if (style === 0) return durable
  if (style === 1) return applied(durable, pending)
  const upTo = random.below(pending.length + 1)
  const last = pending[upTo]
  if (style === 2) return applied(durable, pending.slice(0, upTo))
  if (style === 3) return applied(durable, [...pending.slice(0, upTo), ...(last === undefined ? [] : torn(last, random))])
  const share = random.pick([0.1, 0.5, 0.9])
  if (style === 4)
    return applied(
      durable,
      pending.filter(() => random.chance(share)),
    )
  return applied(
    durable,
    pending.flatMap((change) => torn(change, random)),
  )
}
