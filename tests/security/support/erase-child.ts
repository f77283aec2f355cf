import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

// Erases a vault and kills itself just before the n-th thing that it does to the disk; a write is torn in the middle first.
// Says on standard output whether it came to the end. Arguments: folder, n.
const [folder = '', at = '0'] = process.argv.slice(2)
let count = 0

const dieAt = (torn?: () => void): void => {
  count += 1
  if (count !== Number(at)) return
  torn?.()
  process.kill(process.pid, 'SIGKILL')
}
const { writeSync, fsyncSync, rmSync, rmdirSync } = fs
fs.writeSync = ((handle: number, bytes: Buffer, from: number, length: number, position: number) => {
  dieAt(() => void writeSync(handle, bytes, from, Math.floor(length / 2), position))
  return writeSync(handle, bytes, from, length, position)
}) as typeof fs.writeSync
fs.fsyncSync = (handle) => {
  dieAt()
  fsyncSync(handle)
}
fs.rmSync = (path, options) => {
  dieAt()
  rmSync(path, options)
}
fs.rmdirSync = (path) => {
  dieAt()
  rmdirSync(path)
}
syncBuiltinESMExports()

const { eraseVault } = await import('../../../electron/main/quick-erase.ts')
process.stdout.write(`${eraseVault(folder, 'remove')} ${count}`)
