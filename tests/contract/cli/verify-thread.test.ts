import { once } from 'node:events'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'

import { secretsOf } from '../../../electron/vault/vault.ts'
import type { WorkerOrders } from '../../../electron/vault/verify-together.ts'
import { addPerson, newVault } from '../../vault/support.ts'

const built = join(import.meta.dirname, '../../../out/vault/verify-worker.js')

// Where it could not begin, a check would only take longer, and nobody would be told.
test('Rule 14: the thread that helps to check a vault begins as it is built, does a task, and leaves no key behind', async () => {
  const vault = await newVault()
  for (const name of ['One Example', 'Another Example']) addPerson(vault, name)
  const key = new Uint8Array(new SharedArrayBuffer(32))
  key.set(secretsOf(vault).dataKey)
  const tasks = [{ check: 'checkRows', piece: { table: 'persons', from: null, to: null } }]
  const orders: WorkerOrders = {
    folder: vault.folder,
    dataKey: key.buffer,
    slotId: vault.slotId,
    mended: [],
    tasks,
    next: new SharedArrayBuffer(4),
  }
  const worker = new Worker(built, { workerData: orders })
  const ended = once(worker, 'exit')
  expect(await once(worker, 'message')).toEqual([{ task: 0, found: { checked: { rows: 2 }, faults: [] } }])
  expect(await ended).toEqual([0])
  expect([...key].every((byte) => byte === 0)).toBe(true)
  vault.close()
})
