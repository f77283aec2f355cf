/**
 * Questions and notices between two processes of the stand-in, over a Node IPC channel (`serialization: 'advanced'`).
 * Both ends use the same frame: `{ask, name, data}`, `{answer, value | error}`, `{tell, data}`.
 */
export function makeLink(send) {
  const waiting = new Map()
  const handlers = new Map()
  let nextId = 0
  let closed = false

  const post = (message) => {
    if (!closed) send(message)
  }

  return {
    /** Resolves with what the other end's handler returns; rejects with its error, or when the channel closes. */
    ask: (name, data) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(new Error(`The stand-in's channel is closed (${name}).`))
        const id = ++nextId
        waiting.set(id, { resolve, reject })
        post({ ask: id, name, data })
      }),
    tell: (name, data) => post({ tell: name, data }),
    handle: (name, handler) => handlers.set(name, handler),
    async receive(message) {
      if (message === null || typeof message !== 'object') return
      if ('answer' in message) {
        const waiter = waiting.get(message.answer)
        waiting.delete(message.answer)
        if (waiter === undefined) return
        if ('error' in message) waiter.reject(new Error(message.error))
        else waiter.resolve(message.value)
        return
      }
      const name = message.name ?? message.tell
      const handler = handlers.get(name)
      if ('tell' in message) {
        if (handler === undefined) throw new Error(`The stand-in has no handler for the notice ${name}.`)
        await handler(message.data)
        return
      }
      if (!('ask' in message)) return
      try {
        if (handler === undefined) throw new Error(`The stand-in has no handler for the question ${name}.`)
        post({ answer: message.ask, value: await handler(message.data) })
      } catch (error) {
        post({ answer: message.ask, error: error instanceof Error ? error.message : String(error) })
      }
    },
    close() {
      closed = true
      for (const { reject } of waiting.values()) reject(new Error("The stand-in's channel has closed."))
      waiting.clear()
    },
  }
}
