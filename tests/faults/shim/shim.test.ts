import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

import { programArguments } from '../program.ts'
import { runProgram, scratch } from '../run.ts'
import { readLog } from './log.ts'
import { canInject, compileShim, openControl, shimEnvironment, whyNot } from './shim.ts'

const traced =
  'write,pwrite64,writev,pwritev,pwritev2,fsync,fdatasync,ftruncate,truncate,rename,renameat,renameat2,unlink,unlinkat,mkdir,mkdirat,rmdir,fallocate,copy_file_range,sendfile,link,linkat,symlink,symlinkat'
const canTrace = canInject && spawnSync('strace', ['-V'], { stdio: 'ignore' }).status === 0

/** What `strace` saw done to files under the folder, by kind; what is asked of a name that isn't there is not done. */
function seenByStrace(file: string, folder: string): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const line of readFileSync(file, 'latin1').split('\n')) {
    const [, call = '', rest = ''] = /^\d+\s+(\w+)\((.*)$/s.exec(line) ?? []
    // The file is the one that the first number stands for, or the name that comes first; content may say anything.
    const [, target = ''] =
      /^(?:AT_FDCWD(?:<[^>]*>)?, )?(?:\d+<([^>]*)>|"([^"]*)")/.exec(rest) === null
        ? []
        : (/^(?:AT_FDCWD(?:<[^>]*>)?, )?(?:\d+<)?"?([^>"]*)/.exec(rest) ?? [])
    if (!target.startsWith(`${folder}/`) && target !== folder) continue
    if (/= -1 /.test(line)) continue
    const kind = call
      .replace(/^(?:pwrite64|writev|pwritev2?)$/, 'write')
      .replace(/^fdatasync$/, 'fsync')
      .replace(/^ftruncate$/, 'truncate')
      .replace(/at2?$/, '')
    counts[kind] = (counts[kind] ?? 0) + 1
  }
  return counts
}

describe.runIf(canInject)(`what the tests of faults rest on${whyNot}`, () => {
  test.runIf(canTrace)('the log has every write, sync and name that strace sees', { timeout: 120_000 }, async () => {
    const base = scratch()
    const [watched, control, log, marks, trace] = ['watched', 'control', 'log', 'marks', 'trace'].map((name) => join(base, name)) as [
      string,
      string,
      string,
      string,
      string,
    ]
    const { LD_PRELOAD, ...env } = shimEnvironment({ library: compileShim(base), watched, control, log })
    const program = programArguments('power/record-day.ts', 'begin', watched, control, marks, '3', '8')
    const { signal } = spawnSync(
      'strace',
      ['-f', '-y', '-qq', '-o', trace, '-e', `trace=${traced}`, '-E', `LD_PRELOAD=${LD_PRELOAD}`, process.execPath, ...program],
      { env, stdio: ['ignore', 'ignore', 'inherit'] },
    )
    expect(signal).toBe('SIGKILL')
    const counts: Record<string, number> = {}
    const names = {
      sync: 'fsync',
      mkdir: 'mkdir',
      rename: 'rename',
      unlink: 'unlink',
      rmdir: 'unlink',
      write: 'write',
      truncate: 'truncate',
      grow: 'fallocate',
    }
    for (const { kind } of readLog(log)) if (kind !== 'open') counts[names[kind]] = (counts[names[kind]] ?? 0) + 1
    expect(counts).toEqual(seenByStrace(trace, watched))
    expect(openControl(control).unknown()).toBe(0)
    expect(counts['write']).toBeGreaterThan(300)
  })

  test('a process can be killed at a given write, and finds no more done than before it', { timeout: 60_000 }, async () => {
    const base = scratch()
    const [watched, control, log, marks] = ['watched', 'control', 'log', 'marks'].map((name) => join(base, name)) as [
      string,
      string,
      string,
      string,
    ]
    mkdirSync(watched)
    const env = shimEnvironment({ library: compileShim(base), watched, control, log })
    const page = openControl(control)
    page.arm('kill', 40, false)
    const { signal } = await runProgram('power/record-day.ts', ['begin', watched, control, marks, '3', '8'], { env })
    expect(signal).toBe('SIGKILL')
    expect(page.operations()).toBe(40)
    expect(readLog(log).at(-1)?.at).toBe(39)
  })
})
