import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { afterEach } from 'vitest'

import type { Answer, AppEvent } from '../../electron/contract/index.ts'

type Value = Record<string, unknown>
export type Child = {
  process: ChildProcess
  events: AppEvent[]
  ask: (call: string, input: unknown, grants?: Record<string, string>) => Promise<Answer<Value>>
  /** The answer's value; a refusal is thrown by its code. */
  value: (call: string, input: unknown, grants?: Record<string, string>) => Promise<Value>
}

const started: ChildProcess[] = []
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL')
})

/** Keeps a process in mind, to be gone when the test is over. */
export function untilTheEnd(child: ChildProcess): ChildProcess {
  started.push(child)
  return child
}

/** Starts one of the vault's real processes and speaks to it as main does. */
export function startProcess(source: 'vault-process.ts' | 'drafts-process.ts' | 'helper-process.ts'): Child {
  const file = join(import.meta.dirname, '..', '..', 'electron', 'vault', source)
  const child = untilTheEnd(
    fork(file, [], { execArgv: ['--import', join(import.meta.dirname, 'port-over-ipc.ts')], serialization: 'advanced' }),
  )
  const events: AppEvent[] = []
  const waiting = new Map<number, (answer: Answer<Value>) => void>()
  let last = 0
  child.on('message', (message) => {
    const frame = message as { id: number; answer: Answer<Value> } | { event: AppEvent }
    if ('event' in frame) events.push(frame.event)
    else waiting.get(frame.id)?.(frame.answer)
  })
  const ask: Child['ask'] = (call, input, grants) =>
    new Promise((resolve) => {
      last += 1
      waiting.set(last, resolve)
      child.send({ id: last, call, input, ...(grants === undefined ? {} : { grants }) })
    })
  return {
    process: child,
    events,
    ask,
    async value(call, input, grants) {
      const answer = await ask(call, input, grants)
      if (!answer.ok) throw new Error(answer.error.code)
      return answer.value
    },
  }
}
