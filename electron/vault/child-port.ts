import { z } from 'zod'

import type { Answer, AppEvent } from '../contract/index.ts'
import type { Grants } from './dispatch.ts'

/** What the app sends to a process: a call, its input, and the paths behind the tokens in it. */
const frameSchema = z.object({ id: z.number(), call: z.string(), input: z.unknown(), grants: z.record(z.string(), z.string()).optional() })

/** What a process needs of its port; Electron's `process.parentPort` has more. */
export type ChildPort = {
  on(event: 'message', listener: (message: { data: unknown }) => void): unknown
  postMessage(message: unknown): void
}

/** The port to the app. Only a process that the app has started has one. */
export function parentPort(): ChildPort {
  const port = (process as { parentPort?: ChildPort }).parentPort
  if (port === undefined) throw new TypeError('this is started by the app, not by hand')
  return port
}

export type Serve = (call: string, input: unknown, grants: Grants) => Promise<Answer<unknown>>

/** Answers every frame that comes through a port, each with its own id. Returns the way to send an event. */
export function serveCalls<Event = AppEvent>(port: ChildPort, serve: Serve): (event: Event) => void {
  port.on('message', ({ data }) => {
    const frame = frameSchema.safeParse(data)
    // The app is the only one who can write here; a frame without an id could not be answered anyway.
    if (!frame.success) return
    const { id, call, input, grants } = frame.data
    void serve(call, input, grants ?? {}).then((answer) => port.postMessage({ id, answer }))
  })
  return (event) => port.postMessage({ event })
}
