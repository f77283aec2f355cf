import { fromBrowser, schemes } from './addresses.mjs'
import { guard, lacks } from './guard.mjs'

/** Which schemes are privileged is one table of the program; electron's global `protocol` fills it before `ready`. */
export function registerSchemesAsPrivileged(list, isReady) {
  if (isReady()) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
  schemes.clear()
  for (const { scheme, privileges = {} } of list) {
    if (!privileges.standard || !privileges.secure)
      throw lacks(`protocol.registerSchemesAsPrivileged for a scheme that is not standard and secure (${scheme})`)
    schemes.set(scheme, privileges)
  }
}

/** The `protocol` of one session. */
export function makeProtocol(name, extra = {}) {
  const handlers = new Map()
  const api = guard(name, {
    ...extra,
    handle: (scheme, handler) => {
      if (!schemes.has(scheme)) throw lacks(`${name}.handle for the unregistered scheme '${scheme}'`)
      if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`)
      handlers.set(scheme, handler)
    },
    unhandle: (scheme) => {
      if (!handlers.delete(scheme)) throw new Error(`Failed to unhandle protocol: ${scheme}`)
    },
    isProtocolHandled: (scheme) => handlers.has(scheme),
  })
  return { api, handlers }
}

const mapHeader = (value) =>
  value.replace(/([a-z][a-z0-9+.-]*):\/\/([a-z0-9-]+)/gi, (whole, scheme, host) =>
    schemes.has(scheme) ? `https://${host}.${scheme}.invalid` : whole,
  )

/** Answers one request of a page: what the handler says, as the launcher passes it to Chromium. */
export async function serve(handlers, { url, method, headers, body }) {
  const asked = fromBrowser(url)
  const handler = handlers.get(new URL(asked).protocol.slice(0, -1))
  if (handler === undefined) return { failed: true }
  const request = new Request(asked, { method, headers, ...(body === null ? {} : { body }) })
  let response
  try {
    response = await handler(request)
  } catch {
    // Electron turns a handler's exception into a failed request.
    return { failed: true }
  }
  if (response.type === 'error') return { failed: true }
  if (response.status >= 300 && response.status < 400) throw lacks('protocol.handle with a redirecting response')
  return {
    status: response.status,
    headers: [...response.headers].map(([key, value]) => [key, mapHeader(value)]),
    body: new Uint8Array(await response.arrayBuffer()),
  }
}
