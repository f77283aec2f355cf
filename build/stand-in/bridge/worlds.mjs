/**
 * The passage between the page's world and the preload's, by events that only the two ends know the name of. Chromium
 * clones an event's detail between worlds, so that no object is ever shared. The same function runs at both ends;
 * it uses nothing from outside itself. Rules are those of Electron's contextBridge: functions and promises are
 * proxied, everything else is copied, of errors only the message stays.
 */
export function makePassage(channel, own, other) {
  const view = window
  const { CustomEvent, Promise, Error, Map, Object, Array, TypeError } = globalThis
  const dispatch = view.dispatchEvent.bind(view)
  const functions = new Map()
  const promises = new Map()
  const returned = []
  let nextId = 0

  const send = (detail) => dispatch(new CustomEvent(channel + other, { detail }))
  const plain = (value) => {
    const prototype = Object.getPrototypeOf(value)
    return prototype === null || prototype === Object.prototype || Object.getPrototypeOf(prototype) === null
  }
  const wrapError = (error) => ({ e: error instanceof Error ? error.message : String(error) })
  const wrap = (value) => {
    if (typeof value === 'symbol') throw new TypeError('An object could not be cloned.')
    if (typeof value === 'function') {
      const id = ++nextId
      functions.set(id, value)
      return { f: id }
    }
    if (value === null || typeof value !== 'object') return { v: value }
    if (value instanceof Promise) {
      const id = ++nextId
      value.then(
        (result) => send({ settle: id, with: wrap(result) }),
        (error) => send({ settle: id, failed: wrapError(error) }),
      )
      return { p: id }
    }
    if (value instanceof Error) return wrapError(value)
    if (Array.isArray(value)) return { a: value.map(wrap) }
    if (plain(value)) return { o: Object.keys(value).map((key) => [key, wrap(value[key])]) }
    return { v: value }
  }
  const proxy =
    (id) =>
    (...args) => {
      send({ call: id, args: args.map(wrap) })
      const result = returned.pop()
      if (result === undefined) throw new Error('The other world did not answer.')
      if (result.thrown !== undefined) throw new Error(result.thrown.e)
      return unwrap(result.value, false)
    }
  const unwrap = (wire, freeze) => {
    const done = (value) => (freeze ? Object.freeze(value) : value)
    if ('f' in wire) return proxy(wire.f)
    if ('p' in wire) return new Promise((resolve, reject) => promises.set(wire.p, { resolve, reject }))
    if ('e' in wire) return new Error(wire.e)
    if ('a' in wire) return done(wire.a.map((item) => unwrap(item, freeze)))
    if ('o' in wire) {
      const object = {}
      for (const [key, item] of wire.o)
        Object.defineProperty(object, key, { value: unwrap(item, freeze), enumerable: true, writable: true, configurable: true })
      return done(object)
    }
    return wire.v
  }

  view.addEventListener(channel + own, (event) => {
    event.stopImmediatePropagation()
    const message = event.detail
    if ('call' in message) {
      let answer
      try {
        answer = { value: wrap(functions.get(message.call)(...message.args.map((one) => unwrap(one, false)))) }
      } catch (error) {
        answer = { thrown: wrapError(error) }
      }
      send({ returns: answer })
    } else if ('returns' in message) returned.push(message.returns)
    else if ('settle' in message) {
      const waiting = promises.get(message.settle)
      promises.delete(message.settle)
      if (message.failed === undefined) waiting.resolve(unwrap(message.with, false))
      else waiting.reject(new Error(message.failed.e))
    }
  })
  return { wrap, unwrap, proxy, functions }
}

/** Runs in the page's own world before any script of the page. */
export function startPageWorld(channel, makePassageHere) {
  const passage = makePassageHere(channel, ':page', ':preload')
  passage.functions.set(0, (key, wire) => {
    if (Object.hasOwn(window, key)) throw new Error(`Cannot bind an API on top of an existing property on the window object`)
    Object.defineProperty(window, key, { value: passage.unwrap(wire, true), enumerable: true, writable: false, configurable: false })
  })
  const open = passage.proxy(-1)
  // Electron's window.open asks main's handler and answers null when the window is refused, as it always is here.
  window.open = function open_(url = 'about:blank', target = '', features = '') {
    open(String(new URL(String(url), document.baseURI)), String(target), String(features))
    return null
  }
}

/** Runs in the preload's world; `preload` is the built preload file as a CommonJS function. */
export function startPreloadWorld(channel, bindingName, makePassageHere, makeWireHere, acceleratorsOfStart, preload) {
  const passage = makePassageHere(channel, ':preload', ':page')
  const wire = makeWireHere()
  const toLauncher = globalThis[bindingName]
  delete globalThis[bindingName]
  const post = (message) => toLauncher(JSON.stringify({ ...message, url: location.href }))
  const invocations = new Map()
  const listeners = new Map()
  let nextId = 0
  let accelerators = acceleratorsOfStart

  const add = (channelName, listener, once) => {
    const list = listeners.get(channelName) ?? []
    listeners.set(channelName, [...list, { listener, once }])
    return ipcRenderer
  }
  const remove = (channelName, listener) => {
    listeners.set(
      channelName,
      (listeners.get(channelName) ?? []).filter((one) => one.listener !== listener),
    )
    return ipcRenderer
  }
  const lacking = (name, object) =>
    new Proxy(object, {
      get(target, key) {
        if (typeof key === 'symbol' || key in target || key === 'then' || key === 'toJSON') return target[key]
        throw new Error(`The stand-in has no electron.${name}.${key}`)
      },
    })
  const ipcRenderer = lacking('ipcRenderer', {
    invoke: (channelName, ...args) =>
      new Promise((resolve, reject) => {
        const id = ++nextId
        const encoded = wire.encode(args)
        invocations.set(id, { resolve, reject })
        post({ invoke: id, channel: channelName, args: encoded })
      }),
    send: (channelName, ...args) => post({ send: channelName, args: wire.encode(args) }),
    on: (channelName, listener) => add(channelName, listener, false),
    once: (channelName, listener) => add(channelName, listener, true),
    addListener: (channelName, listener) => add(channelName, listener, false),
    off: remove,
    removeListener: remove,
    removeAllListeners: (channelName) => {
      listeners.delete(channelName)
      return ipcRenderer
    },
  })
  const exposed = new Set()
  const expose = passage.proxy(0)
  const contextBridge = lacking('contextBridge', {
    // The page's end unwraps the wire form, which keeps functions proxied and values frozen.
    exposeInMainWorld: (key, api) => {
      if (exposed.has(key)) throw new Error('Cannot bind an API on top of an existing property on the window object')
      exposed.add(key)
      expose(key, passage.wrap(api))
    },
  })
  passage.functions.set(-1, (url, frameName, features) => post({ open: url, frameName, features }))

  Object.defineProperty(globalThis, '__standIn', {
    value: {
      settle(id, failed, text) {
        const waiting = invocations.get(id)
        invocations.delete(id)
        if (failed) waiting?.reject(new Error(text))
        else waiting?.resolve(wire.decode(text))
      },
      receive(channelName, text) {
        const args = wire.decode(text)
        for (const one of listeners.get(channelName) ?? []) {
          if (one.once) remove(channelName, one.listener)
          one.listener({ sender: ipcRenderer, ports: [] }, ...args)
        }
      },
      accelerators(list) {
        accelerators = list
      },
    },
  })

  const isMac = navigator.platform.startsWith('Mac')
  const matches = (event, accelerator) => {
    const parts = accelerator.toLowerCase().replace(/\+\+$/, '+plus').split('+')
    const key = parts.pop()
    const has = (...names) => names.some((name) => parts.includes(name))
    const command = has('commandorcontrol', 'cmdorctrl')
    const names = {
      plus: ['+', '='],
      space: [' '],
      esc: ['escape'],
      return: ['enter'],
      up: ['arrowup'],
      down: ['arrowdown'],
      left: ['arrowleft'],
      right: ['arrowright'],
    }
    return (
      (names[key] ?? [key]).includes(event.key.toLowerCase()) &&
      event.ctrlKey === (has('control', 'ctrl') || (command && !isMac)) &&
      event.metaKey === (has('command', 'cmd', 'super', 'meta') || (command && isMac)) &&
      event.altKey === has('alt', 'option') &&
      (key === 'plus' || event.shiftKey === has('shift'))
    )
  }
  // A menu's key works when the page has left it alone, which is known once all of its listeners have run. Chromium's
  // own zoom keys have to be stopped at once.
  window.addEventListener('keydown', (event) => {
    const accelerator = accelerators.find((one) => matches(event, one))
    if (accelerator === undefined || event.defaultPrevented) return
    const stopped = /\+(?:plus|-|0)$/i.test(accelerator)
    if (stopped) event.preventDefault()
    setTimeout(() => {
      if (stopped || !event.defaultPrevented) post({ key: accelerator })
    }, 0)
  })
  // Pages without a network address are reached without a request that could be asked about.
  window.navigation?.addEventListener('navigate', (event) => {
    if (event.hashChange || event.downloadRequest !== null || /^https?:/.test(event.destination.url)) return
    event.preventDefault()
    post({ navigate: event.destination.url })
  })

  const modules = { electron: lacking('(in a sandboxed preload)', { contextBridge, ipcRenderer }) }
  const requireHere = (name) => {
    if (Object.hasOwn(modules, name)) return modules[name]
    throw new Error(`module not found: ${name}`)
  }
  const module = { exports: {} }
  preload?.(
    requireHere,
    module,
    module.exports,
    lacking('process (in a sandboxed preload)', {
      type: 'renderer',
      sandboxed: true,
      contextIsolated: true,
      platform: undefined,
      versions: {},
      env: {},
    }),
  )
}
