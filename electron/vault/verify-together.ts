import { statSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { basename, dirname, extname, join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'

import { vaultFiles } from './files.ts'
import { checkpoint } from './pragmas.ts'
import { secretsOf } from './vault.ts'
import type { Vault } from './vault.ts'
import { runCheck } from './verify-check.ts'
import type { VaultCheck, Verification } from './verify-check.ts'
import { allOf, everyCheck, tasksOf, verifyVault } from './verify.ts'
import type { Task } from './verify.ts'

/** What a second reader is told. The data key's bytes it takes out of what both threads see, and leaves noughts there. */
export type WorkerOrders = {
  folder: string
  dataKey: SharedArrayBuffer
  slotId: string
  mended: ReturnType<typeof secretsOf>['mended']
  /** All tasks in the order in which they are taken, and whether a task is for others too. */
  tasks: readonly Task[]
  /** One number: the next task that nobody has taken. */
  next: SharedArrayBuffer
}
/** What it says of each task that it did. */
export type WorkerAnswer = { task: number; found: Verification }

/** Below so many bytes a second reader would take longer to begin than it saves. */
const worthHelp = 64 * 1024 * 1024
const mostReaders = 4
/** Rows are read by the thousand and let go of: with more room for what is new, less of it is moved about. */
const resourceLimits = { maxYoungGenerationSizeMb: 64 }

export type TogetherOptions = {
  checks?: readonly VaultCheck[]
  onProgress?: (share: number) => void
  /** Threads in all; as many as the vault and the machine are good for where left out. */
  readers?: number
  /** About how many rows a task has. */
  rowsAPiece?: number
  /** Told of each task that another thread did. */
  onHelp?: (check: string) => void
}

/**
 * The same as `verifyVault`, on several processors at once: besides this thread others read the same vault, each on a connection
 * of its own, and whoever is free takes the next task. What another thread can't do, this one does. What `onProgress` throws
 * stops all of them, and is thrown on once they have ended.
 */
export async function verifyTogether(
  vault: Vault,
  { checks = [], onProgress = () => undefined, readers = readersFor(vault), rowsAPiece, onHelp = () => undefined }: TogetherOptions = {},
): Promise<Verification> {
  if (readers < 2) return verifyVault(vault, { checks, onProgress })
  // What still lies in the log would keep every reader from reading the pages as they will stand.
  checkpoint(vault.db)
  const all = everyCheck(checks)
  const whole = tasksOf(vault, all, rowsAPiece)
  const checkOf = new Map(all.map((check) => [check.name, check]))
  const isAlone = ({ check }: Task): boolean => checkOf.get(check)?.alone === true
  const shared = longestFirst(whole.filter((task) => !isAlone(task)))
  const next = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)
  const found = new Map<Task, Verification>()
  let stopped: { why: unknown } | undefined
  const done = (task: Task, verification: Verification): void => {
    found.set(task, verification)
    if (stopped !== undefined) return
    try {
      onProgress(found.size / whole.length)
    } catch (why) {
      stopped = { why }
      takeAll(shared, next)
    }
  }
  const others = Array.from({ length: readers - 1 }, () =>
    startReader(vault, { tasks: shared, next }, ({ task, found: verification }) => {
      const taken = shared[task]
      if (taken === undefined) return
      onHelp(taken.check)
      done(taken, verification)
    }),
  )
  const run = async (tasks: Iterable<Task>): Promise<void> => {
    for (const task of tasks) {
      const check = checkOf.get(task.check)
      if (stopped !== undefined || check === undefined) return
      done(task, runCheck(check, vault, task.piece))
      // Lets others be heard: the threads, and whoever wants it stopped.
      await nextTurn()
    }
  }
  await run(whole.filter(isAlone))
  await run(tasksToTake(shared, next))
  await Promise.all(others)
  // A reader that failed has taken tasks that it did not do.
  await run(whole.filter((task) => !found.has(task)))
  if (stopped !== undefined) throw stopped.why
  return allOf(
    all,
    whole,
    whole.map((task) => found.get(task) ?? { checked: {}, faults: [] }),
  )
}

/** Leaves nobody a task to take: each thread ends after the one that it is at. */
const takeAll = (tasks: readonly Task[], next: SharedArrayBuffer): void => void Atomics.store(new Int32Array(next), 0, tasks.length)

/** The tasks that are still free, each taken as it is given out. Threads that share `next` never take the same one. */
export function* tasksToTake<T>(tasks: readonly T[], next: SharedArrayBuffer): Generator<T, undefined> {
  const counter = new Int32Array(next)
  for (let task = tasks[Atomics.add(counter, 0, 1)]; task !== undefined; task = tasks[Atomics.add(counter, 0, 1)]) yield task
}

/** What can't be cut takes longest and comes first, so that nobody waits for it in the end. */
function longestFirst(tasks: readonly Task[]): Task[] {
  const pieces = Map.groupBy(tasks, ({ check }) => check)
  return tasks.toSorted((a, b) => Number(isCut(a)) - Number(isCut(b)))
  function isCut({ check }: Task): boolean {
    return (pieces.get(check)?.length ?? 0) > 1
  }
}

function readersFor(vault: Vault): number {
  const bytes = statSync(vaultFiles(vault.folder).database, { throwIfNoEntry: false })?.size ?? 0
  return bytes < worthHelp || vault.damaged ? 1 : Math.min(mostReaders, availableParallelism())
}

/** Starts another reader; settles when it has ended, well or not. */
function startReader(vault: Vault, work: Pick<WorkerOrders, 'tasks' | 'next'>, onAnswer: (answer: WorkerAnswer) => void): Promise<void> {
  const { dataKey, mended } = secretsOf(vault)
  const key = new Uint8Array(new SharedArrayBuffer(dataKey.length))
  key.set(dataKey)
  const orders: WorkerOrders = { folder: vault.folder, dataKey: key.buffer, slotId: vault.slotId, mended, ...work }
  return new Promise((resolve) => {
    const ended = (): void => {
      // A thread that could not even begin has left it there.
      key.fill(0)
      resolve()
    }
    try {
      const worker = new Worker(workerFile, { workerData: orders, resourceLimits })
      worker.on('message', onAnswer)
      // What it said before is still to be heard, and `exit` comes after that.
      worker.on('error', () => undefined)
      worker.on('exit', ended)
    } catch {
      ended()
    }
  })
}

/** Beside this file as it was written; in the built app, in `vault/` of the folder that holds them all. */
const here = import.meta.filename
const workerFile = join(dirname(dirname(here)), 'vault', `verify-worker${extname(basename(here))}`)
