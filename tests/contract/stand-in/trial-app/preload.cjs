const { contextBridge, ipcRenderer } = require('electron')

const given = { list: [1, { deep: true }], bytes: new Uint8Array([1, 2, 3]), when: new Date(5), map: new Map([['a', 1n]]) }
let kept = null

contextBridge.exposeInMainWorld('bridge', {
  given,
  invoke: (channel, ...args) => ipcRenderer.invoke(channel, ...args),
  send: (channel, ...args) => ipcRenderer.send(channel, ...args),
  listen: (channel, callback) => {
    const listener = (event, ...args) => callback(...args, Object.keys(event).includes('sender'))
    ipcRenderer.on(channel, listener)
    return () => ipcRenderer.off(channel, listener)
  },
  keep: (value) => {
    kept = value
  },
  look: () => ({ same: kept === given, isFunction: typeof kept === 'function', value: typeof kept === 'function' ? kept(20, 22) : kept }),
  fail: () => {
    throw Object.assign(new RangeError('said so'), { extra: 1 })
  },
  failLater: () => Promise.reject(new TypeError('said later')),
  later: async (value) => ({ value }),
  worlds: () => ({ page: typeof globalThis.pageSecret, node: typeof globalThis.Buffer, require: typeof require, seen: document.title }),
  again: () => {
    try {
      contextBridge.exposeInMainWorld('bridge', {})
      return 'allowed'
    } catch (error) {
      return error.message
    }
  },
  requireOther: () => {
    try {
      require('node:fs')
      return 'allowed'
    } catch (error) {
      return error.message
    }
  },
})
