import { readFileSync } from 'node:fs'

const readStatus = (pid: number): string => {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8')
  } catch {
    return 'State: X'
  }
}

/** Whether a process still runs; one that has ended and was not collected by its new parent does not. */
export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  return process.platform !== 'linux' || !/^State:\s+[ZX]/m.test(readStatus(pid))
}
