import { utilityProcess } from 'electron'
import type { UtilityProcess } from 'electron'

import type { Answer } from '../contract/index.ts'

export type Grants = Readonly<Record<string, string>>

/** A helper process that answers calls in frames of `{id, call, input, grants}`. */
export type HelperProcess = {
  /** Asks and resolves with the answer; `process_gone` if the process ends before it answers. Never rejects. */
  call(call: string, input: unknown, grants?: Grants): Promise<Answer<unknown>>
  /** The system's number of the process while it lives. */
  pid(): number | undefined
  /** Ends the process at once, without a chance to do anything (SIGKILL; `kill()` of Electron is only SIGTERM). */
  killNow(): void
  isAlive(): boolean
}

type HelperParts = {
  module: string
  /** Shown by the system's process list; says nothing of a case. */
  name: string
  onEvent?: (event: unknown) => void
  onGone?: () => void
}

const gone: Answer<never> = { ok: false, error: { code: 'process_gone', params: {} } }

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** An answer as the contract has it; a helper is ours, but what it sends is read like anything from outside. */
function readAnswer(answer: unknown): Answer<unknown> {
  if (isRecord(answer) && typeof answer['ok'] === 'boolean') return answer as Answer<unknown>
  return { ok: false, error: { code: 'internal', params: { where: 'helper' } } }
}

/** Starts a helper process. Its output goes nowhere: not even a fault may carry a value of a case into a log. */
export function startHelper({ module, name, onEvent, onGone }: HelperParts): HelperProcess {
  const child: UtilityProcess = utilityProcess.fork(module, [], { serviceName: name, stdio: 'ignore' })
  const waiting = new Map<number, (answer: Answer<unknown>) => void>()
  let nextId = 0
  let alive = true
  // Electron forgets the number when the process ends, and a kill must never reach a number given to another since.
  const pid = (): number | undefined => (alive ? child.pid : undefined)

  child.on('message', (message: unknown) => {
    if (!isRecord(message)) return
    if ('event' in message) return onEvent?.(message['event'])
    const { id } = message
    if (typeof id !== 'number') return
    waiting.get(id)?.(readAnswer(message['answer']))
    waiting.delete(id)
  })
  child.on('exit', () => {
    alive = false
    for (const settle of waiting.values()) settle(gone)
    waiting.clear()
    onGone?.()
  })

  return {
    call: (call, input, grants = {}) =>
      new Promise((resolve) => {
        if (!alive) return resolve(gone)
        const id = ++nextId
        waiting.set(id, resolve)
        child.postMessage({ id, call, input, grants })
      }),
    pid,
    isAlive: () => alive,
    killNow() {
      const number = pid()
      if (number === undefined) return void child.kill()
      try {
        process.kill(number, 'SIGKILL')
      } catch {
        // Gone in the meantime.
      }
    },
  }
}
