import { spawnSync } from 'node:child_process'
import { closeSync, existsSync, fstatSync, mkdirSync, openSync, readSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** How the n-th write goes wrong; the numbers are those of `faults.c`. */
export const faultKinds = { noSpace: 1, ioError: 2, kill: 3, killHalfway: 4, shortWrite: 5 } as const
export type FaultKind = keyof typeof faultKinds

/** Whether the faults can be tried here: Linux, with a compiler of C. */
export const canInject = process.platform === 'linux' && spawnSync('cc', ['--version'], { stdio: 'ignore' }).status === 0
export const whyNot = canInject ? '' : ' (skipped: needs Linux and a compiler, package gcc)'

/** Compiles the library into `folder`; returns its path. */
export function compileShim(folder: string): string {
  const library = join(folder, 'faults.so')
  const source = join(import.meta.dirname, 'faults.c')
  const { status, stderr } = spawnSync('cc', ['-O2', '-shared', '-fPIC', '-o', library, source, '-ldl', '-lpthread'], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`cc: ${stderr}`)
  return library
}

/** Environment of a process whose writes under `watched` are counted and, where `log` is given, logged. */
export function shimEnvironment({ library, watched, control, log }: { library: string; watched: string; control: string; log?: string }) {
  mkdirSync(watched, { recursive: true })
  if (!existsSync(control)) writeFileSync(control, Buffer.alloc(4096))
  return {
    ...process.env,
    LD_PRELOAD: library,
    FAULTS_FOLDER: watched,
    FAULTS_CONTROL: control,
    ...(log === undefined ? {} : { FAULTS_LOG: log }),
    // With io_uring, writes would not go through libc.
    UV_USE_IO_URING: '0',
  }
}

/** The page shared with the library, from inside the process that it watches or from beside it. */
export function openControl(path: string) {
  const handle = openSync(path, 'r+')
  if (fstatSync(handle).size < 4096) throw new Error('not a control page')
  const number = Buffer.alloc(8)
  const get = (slot: number): number => {
    readSync(handle, number, 0, 8, slot * 8)
    return Number(number.readBigUInt64LE())
  }
  const set = (slot: number, value: number): void => {
    number.writeBigUInt64LE(BigInt(value))
    writeSync(handle, number, 0, 8, slot * 8)
  }
  return {
    operations: () => get(0),
    failed: () => get(4),
    unknown: () => get(5),
    /** The `nth` operation from now on goes wrong, or all from that one on. */
    arm(kind: FaultKind, nth: number, fromThenOn: boolean): void {
      set(2, faultKinds[kind])
      set(3, fromThenOn ? 1 : 0)
      set(4, 0)
      set(1, get(0) + nth)
    },
    disarm: () => set(1, 0),
    close: () => closeSync(handle),
  }
}
export type Control = ReturnType<typeof openControl>
