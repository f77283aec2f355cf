import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'

const isAlive = (pid) => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

const holderOf = (lock) => {
  try {
    return Number(readFileSync(join(lock, 'pid'), 'utf8'))
  } catch {
    return null
  }
}

/** Does the work while no other process does work under the same lock folder; takes over from a holder that has died. */
export async function oneAtATime(lock, work) {
  for (let namelessFor = 0; ; await after(100)) {
    try {
      mkdirSync(lock)
      break
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    const holder = holderOf(lock)
    // A holder writes its number at once; one that hasn't after two seconds died before it could.
    namelessFor = holder === null ? namelessFor + 1 : 0
    if (namelessFor > 20 || (holder !== null && !isAlive(holder))) rmSync(lock, { recursive: true, force: true })
  }
  writeFileSync(join(lock, 'pid'), String(process.pid))
  try {
    return await work()
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}
