import { parentPort, workerData } from 'node:worker_threads'

import { searchChecks } from '../casework/search/check-index.ts'
import { openReader } from './reader.ts'
import { wipe } from './secrets.ts'
import type { Vault } from './vault.ts'
import { runCheck } from './verify-check.ts'
import { tasksToTake } from './verify-together.ts'
import type { WorkerAnswer, WorkerOrders } from './verify-together.ts'
import { everyCheck } from './verify.ts'

// A thread that helps to check a whole vault: it reads on a connection of its own, takes tasks until none is left, says of
// each what it found, and ends. Whoever started it does what it could not do.

const { folder, dataKey, slotId, mended, tasks, next } = workerData as WorkerOrders

function openVault(): Vault {
  const handedOver = new Uint8Array(dataKey)
  const key = Buffer.from(handedOver)
  handedOver.fill(0)
  try {
    return openReader(folder, key, { slotId, mended })
  } catch (error) {
    wipe(key)
    throw error
  }
}

const vault = openVault()
try {
  const checks = new Map(everyCheck(searchChecks).map((check) => [check.name, check]))
  for (const [index, task] of tasksToTake([...tasks.entries()], next)) {
    const check = checks.get(task.check)
    if (check === undefined) continue
    parentPort?.postMessage({ task: index, found: runCheck(check, vault, task.piece) } satisfies WorkerAnswer)
  }
} finally {
  vault.close()
}
